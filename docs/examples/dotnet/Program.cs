using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using MimSetup;
using MimSetup.Models;
using Completing = MimSetup.Models.Event.Complete;
using Outcome = MimSetup.Models.Event.Complete_outcome;

// Rehearses an installation page by page in this console. The token of a service that asks for one stands in MIM_SETUP_TOKEN.
var address = args.FirstOrDefault() ?? "http://127.0.0.1:5780";
var token = Environment.GetEnvironmentVariable("MIM_SETUP_TOKEN");
// Kiota's own providers of tokens send them by https alone; on this computer http will do.
var http = KiotaClientFactory.Create();
if (token is not null) http.DefaultRequestHeaders.Authorization = new("Bearer", token);
var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: http) { BaseUrl = address };
var api = new Client(adapter).Api.V1.Installations;

var view = (await api.PostAsync(new Beginning { Mode = Beginning_mode.Rehearsal, Name = "From a console" }))!;
while (view.Status is not (View_status.Finished or View_status.Cancelled))
{
    var page = view.Page!;
    switch (view.Status)
    {
        case View_status.Asking:
            Console.WriteLine($"\n{TitleOf(page)}");
            foreach (var problem in view.Problems!) Console.WriteLine($"! {problem.Title} {problem.Detail}");
            await Send(new() { Submit = new() { Type = "submit", Page = NameOf(page), Answers = await Form.Ask(page) } });
            break;
        case View_status.Warning or View_status.Error:
            Console.Write($"\n{TitleOf(page)}: {page.Guide!.Text}\nEnter goes on: ");
            Console.ReadLine();
            await Send(new() { Acknowledge = new() { Type = "acknowledge", Page = NameOf(page) } });
            break;
        case View_status.Ready:
            Console.Write("\nEverything is known. Enter installs: ");
            Console.ReadLine();
            await Send(new() { Install = new() { Type = "install" } });
            break;
        case View_status.PostInstallation:
            var task = view.Tasks!.First(one => one.State == Task_state.Open);
            Console.Write($"\n{task.Title}. Enter where it is done: ");
            Console.ReadLine();
            await Send(new() { Complete = new Completing { Type = "complete", Task = task.Id, Outcome = Outcome.Done } });
            break;
        case View_status.Failed:
            Console.WriteLine($"\nIt failed. {view.Outcome?.Message}");
            return 1;
        default:
            Console.WriteLine($"… {page.Title} {view.Progress?.ViewProgressMember1?.Action}");
            // Answered when something changes; without a body, where nothing has.
            view = await api[view.Id!.Value].GetAsync(request =>
            {
                request.Headers.Add("Prefer", "wait=20");
                request.Headers.Add("If-None-Match", $"\"{view.Revision}\"");
            }) ?? view;
            break;
    }
}
Console.WriteLine($"\n{view.Page!.Title}: {view.Status}, option {view.Option?.String}.");
return 0;

// Where answers are refused, the same page is asked again.
async Task Send(AnyEvent what)
{
    try
    {
        view = (await api[view.Id!.Value].Events.PostAsync(what, request => request.Headers.Add("Prefer", "wait=20")))!;
    }
    catch (ApiException refused) when (refused.ResponseStatusCode == 422)
    {
        Console.WriteLine($"! {(refused as MimSetup.Api.V1.Installations.Item.Events.View422Error)?.Detail ?? refused.Message}");
    }
}

static string TitleOf(Screen page) => string.IsNullOrEmpty(page.Subtitle) ? page.Title! : page.Subtitle;

static string NameOf(Screen page) => Form.Spelled(page.Id!.Value);
