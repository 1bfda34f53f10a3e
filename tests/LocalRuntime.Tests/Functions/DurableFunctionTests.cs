using System.Net;
using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LocalRuntime.Tests.Functions;

public sealed class DurableFunctionTests : IAsyncLifetime
{
    const string Instances = "/runtime/webhooks/durabletask/instances";

    readonly Recorder recorder = new();
    RunningHost host = null!;

    public async ValueTask InitializeAsync()
    {
        host = await RunningHost.StartAsync(
            typeof(DurableSamples), configure: RunningHost.With(recorder), args: ["--clock", "2026-12-01T00:00:00Z"]);
        using var started = await host.Client.PostAsync("/api/greet/Wang", content: null);
        Assert.Equal("greet-Wang", await started.Content.ReadAsStringAsync());
        host.Client.DefaultRequestHeaders.Add("x-functions-key", RunningHost.Key);
        await host.AdvanceAsync("PT0S");
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Orchestration_runs_its_activity_and_waits_for_its_event()
    {
        var (status, instance) = await ShowAsync();
        Assert.Equal(
            (HttpStatusCode.Accepted, "Running", "greet-Wang"),
            (status, Text(instance, "runtimeStatus"), Text(instance, "instanceId")));
        Assert.Equal("""{"Waits":true}""", instance.GetProperty("customStatus").GetRawText());
        Assert.Equal("Wang", instance.GetProperty("input").GetProperty("Name").GetString());
        Assert.Equal(["Say"], recorder.Entries);
    }

    [Fact]
    public async Task Event_raised_over_HTTP_ends_it()
    {
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync("raiseEvent/Answer", "\"welcome\""));
        var (status, instance) = await ShowAsync();
        Assert.Equal(
            (HttpStatusCode.OK, "Completed", "hello Wang hello Wang; welcome"),
            (status, Text(instance, "runtimeStatus"), Text(instance, "output")));
        Assert.Equal(HttpStatusCode.Gone, await PostAsync("raiseEvent/Answer", "\"again\""));
    }

    [Fact]
    public async Task What_is_due_names_instances()
    {
        var options = new StartOrchestrationOptions("onboarding-Wang", DateTimeOffset.Parse("2026-12-02T00:00:00Z"));
        await host.Services.GetRequiredService<DurableTaskClient>()
            .ScheduleNewOrchestrationInstanceAsync("Greet", new Greeting("Wang", 1), options);

        var due = await host.KeyClient.GetStringAsync("/local/due");

        Assert.Contains("Wang", due, StringComparison.Ordinal);
        Assert.Contains("2026-12-02T00:00:00", due, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_that_is_not_JSON_is_a_bad_request() =>
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync("raiseEvent/Answer", "welcome"));

    [Fact]
    public async Task Suspended_orchestration_waits_until_it_is_resumed()
    {
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync("suspend?reason=lunch"));
        await PostAsync("raiseEvent/Answer", "\"welcome\"");
        Assert.Equal("Suspended", Text((await ShowAsync()).Instance, "runtimeStatus"));
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync("resume"));
        Assert.Equal("Completed", Text((await ShowAsync()).Instance, "runtimeStatus"));
    }

    [Fact]
    public async Task Terminated_orchestration_can_be_purged()
    {
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync("terminate?reason=enough"));
        Assert.Equal(["greet-Wang"], await ListAsync("?runtimeStatus=Terminated,Failed"));
        using var purged = await host.Client.DeleteAsync($"{Instances}/greet-Wang");
        Assert.Equal("""{"instancesDeleted":1}""", await purged.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await ShowAsync()).Status);
        Assert.Empty(await ListAsync(""));
    }

    [Fact]
    public async Task History_is_shown_on_request_with_the_schedule_time_of_each_result()
    {
        Assert.Equal(JsonValueKind.Null, (await ShowAsync()).Instance.GetProperty("historyEvents").ValueKind);
        await PostAsync("raiseEvent/Answer", "\"welcome\"");
        Assert.Equal(
            """
            [{"EventType":"ExecutionStarted","FunctionName":"greet","Timestamp":"2026-12-01T00:00:00Z"},
            {"EventType":"TaskCompleted","FunctionName":"Say","Result":"hello Wang hello Wang",
            "ScheduledTime":"2026-12-01T00:00:00Z","Timestamp":"2026-12-01T00:00:00Z"},
            {"EventType":"EventRaised","Name":"Answer","Input":"welcome","Timestamp":"2026-12-01T00:00:00Z"},
            {"EventType":"ExecutionCompleted","OrchestrationStatus":"Completed",
            "Result":"hello Wang hello Wang; welcome","Timestamp":"2026-12-01T00:00:00Z"}]
            """.ReplaceLineEndings(""),
            await HistoryAsync("showHistory=true&showHistoryOutput=true"));
        Assert.DoesNotContain("hello", await HistoryAsync("showHistory=true"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instances_come_in_pages_that_a_header_continues()
    {
        foreach (var name in new[] { "Li", "Zhao", "Chen" })
            (await host.Client.PostAsync($"/api/greet/{name}", content: null)).Dispose();
        var pages = new List<int>();
        for (string? token = null; pages.Count == 0 || token is not null;)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{Instances}?top=3");
            if (token is not null) request.Headers.Add("x-ms-continuation-token", token);
            using var answer = await host.Client.SendAsync(request);
            pages.Add(Json(await answer.Content.ReadAsStringAsync()).GetArrayLength());
            token = answer.Headers.TryGetValues("x-ms-continuation-token", out var values) ? values.Single() : null;
        }

        Assert.Equal([3, 1], pages);
    }

    [Theory]
    [InlineData("?runtimeStatus=Running", 1)]
    [InlineData("?runtimeStatus=Completed", 0)]
    [InlineData("?instanceIdPrefix=greet-", 1)]
    [InlineData("?instanceIdPrefix=other-", 0)]
    [InlineData("?createdTimeFrom=2026-12-02T00:00:00Z", 0)]
    public async Task Instances_are_listed_by_filter(string query, int expected) =>
        Assert.Equal(expected, (await ListAsync(query)).Count);

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/greet-Wang?showInput=maybe")]
    [InlineData("POST", "/greet-Wang/terminate")]
    [InlineData("DELETE", "/greet-Wang")]
    public async Task Request_without_the_key_is_unauthorized(string method, string path)
    {
        host.Client.DefaultRequestHeaders.Clear();
        using var request = new HttpRequestMessage(new HttpMethod(method), Instances + path);
        using var answer = await host.Client.SendAsync(request);
        Assert.Equal((HttpStatusCode.Unauthorized, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Unknown_instance_is_not_found()
    {
        using var answer = await host.Client.PostAsync($"{Instances}/nobody/terminate", content: null);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    static string? Text(JsonElement instance, string property) => instance.GetProperty(property).GetString();

    async Task<(HttpStatusCode Status, JsonElement Instance)> ShowAsync()
    {
        using var answer = await host.Client.GetAsync($"{Instances}/greet-Wang");
        if (answer.StatusCode == HttpStatusCode.NotFound) return (answer.StatusCode, default);
        return (answer.StatusCode, Json(await answer.Content.ReadAsStringAsync()));
    }

    async Task<string> HistoryAsync(string query)
    {
        var instance = Json(await host.Client.GetStringAsync($"{Instances}/greet-Wang?{query}"));
        return instance.GetProperty("historyEvents").GetRawText();
    }

    async Task<HttpStatusCode> PostAsync(string action, string? json = null)
    {
        using var answer = await host.Client.PostAsync(
            $"{Instances}/greet-Wang/{action}", json is null ? null : new StringContent(json));
        await host.AdvanceAsync("PT0S");
        return answer.StatusCode;
    }

    async Task<List<string?>> ListAsync(string query)
    {
        var instances = Json(await host.Client.GetStringAsync(Instances + query));
        return [.. instances.EnumerateArray().Select(instance => Text(instance, "instanceId"))];
    }
}
