using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Tests.Functions;

public sealed record Greeting(string Name, int Times);

public sealed class DurableSamples(Recorder recorder)
{
    [Function("StartGreeting")]
    public static async Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "greet/{name}")] HttpRequest request,
        string name,
        [DurableClient] DurableTaskClient client)
    {
        var options = new StartOrchestrationOptions($"greet-{name}");
        return TypedResults.Text(
            await client.ScheduleNewOrchestrationInstanceAsync("greet", new Greeting(name, 2), options));
    }

    [Function("Greet")]
    public static async Task<string> GreetAsync(
        [OrchestrationTrigger] TaskOrchestrationContext context, Greeting greeting)
    {
        var said = await context.CallActivityAsync<string>("Say", greeting);
        context.SetCustomStatus(new { Waits = true });
        return $"{said}; {await context.WaitForExternalEvent<string>("Answer")}";
    }

    [Function("Say")]
    public string Say([ActivityTrigger] Greeting greeting, FunctionContext context)
    {
        recorder.Add(context.FunctionDefinition.Name);
        return string.Join(' ', Enumerable.Repeat($"hello {greeting.Name}", greeting.Times));
    }
}
