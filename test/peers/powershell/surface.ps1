# What scripts use of PowerShell and of .NET, by the tree of PowerShell's own parser: commands with their parameters, types and their
# members, and the syntax that Windows PowerShell 5.1 lacks.
param([Parameter(Mandatory = $true)] [string[]] $Texts)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

function Get-Surface([string] $Text) {
    $tokens = $null
    $errors = $null
    $tree = [Management.Automation.Language.Parser]::ParseInput($Text, [ref] $tokens, [ref] $errors)
    $all = @($tree.FindAll({ $true }, $true))
    $of = { param($kind) @($all | Where-Object { $_.GetType().Name -eq $kind }) }
    $own = @((& $of 'FunctionDefinitionAst') | ForEach-Object { $_.Name })
    $commands = @(foreach ($command in & $of 'CommandAst') {
            $name = $command.GetCommandName()
            if ($null -eq $name -or $own -contains $name) { continue }
            @{ name = $name; parameters = @($command.CommandElements | Where-Object { $_ -is [Management.Automation.Language.CommandParameterAst] } | ForEach-Object { $_.ParameterName }) }
        })
    $types = @($all | Where-Object { $_.GetType().Name -in 'TypeExpressionAst', 'TypeConstraintAst' } | ForEach-Object { $_.TypeName.FullName })
    $made = @((& $of 'CommandAst') | Where-Object { $_.GetCommandName() -eq 'New-Object' } | ForEach-Object { $_.CommandElements[1].Extent.Text.Trim("'") } | Where-Object { $_ -notlike '-*' -and $_ -notlike '"*' })
    $members = @($all | Where-Object { $_.GetType().Name -in 'MemberExpressionAst', 'InvokeMemberExpressionAst' -and $_.Static } | ForEach-Object { "[$($_.Expression.TypeName.FullName)]::$($_.Member.Extent.Text)" })
    $faults = @(
        $errors | ForEach-Object { $_.Message }
        $all | Where-Object { $_.GetType().Name -in 'PipelineChainAst', 'TernaryExpressionAst' } | ForEach-Object { $_.Extent.Text }
        (& $of 'BinaryExpressionAst') | Where-Object { $_.Operator -eq 'QuestionQuestion' } | ForEach-Object { $_.Extent.Text }
        (& $of 'AssignmentStatementAst') | Where-Object { $_.Operator -eq 'QuestionQuestionEquals' } | ForEach-Object { $_.Extent.Text }
        $all | Where-Object { $_.GetType().Name -in 'MemberExpressionAst', 'InvokeMemberExpressionAst', 'IndexExpressionAst' -and $_.NullConditional } | ForEach-Object { $_.Extent.Text }
        (& $of 'PipelineAst') | Where-Object { $_.Background } | ForEach-Object { $_.Extent.Text }
        (& $of 'ScriptBlockAst') | Where-Object { $_.CleanBlock } | ForEach-Object { $_.Extent.Text }
        (& $of 'VariableExpressionAst') | Where-Object { $_.VariablePath.UserPath -in 'IsWindows', 'IsLinux', 'IsMacOS', 'IsCoreCLR', 'PSStyle', 'EnabledExperimentalFeatures' } | ForEach-Object { $_.Extent.Text }
        (& $of 'ConstantExpressionAst') | Where-Object { $_.Extent.Text -match '^(?:0b|\d[\d.]*(?:u|y|uy|us|ul|n|s)$)' } | ForEach-Object { $_.Extent.Text }
        $tokens | Where-Object { $_ -is [Management.Automation.Language.StringExpandableToken] -and $_.Text -match '(?<!`)(?:``)*`[eu]' } | ForEach-Object { $_.Text }
    )
    @{ commands = $commands; types = @($types + $made | Sort-Object -Unique); members = @($members | Sort-Object -Unique); faults = $faults }
}

foreach ($text in $Texts) { ConvertTo-Json -InputObject (Get-Surface $text) -Depth 6 -Compress }
