using System.Globalization;
using System.Net.Http.Json;
using LocalRuntime.Tests.Functions;
using TestSupport.LocalApp;

namespace LocalRuntime.Tests.Processes;

/// <summary>Two processes on one data file.</summary>
public sealed class TwoHostsTests : IAsyncLifetime
{
    const int Events = 40;

    readonly TemporaryFolder folder = new();
    AppProcess first = null!;
    AppProcess? second;
    HttpClient one = null!;
    HttpClient two = null!;

    public async ValueTask InitializeAsync()
    {
        first = await AppProcess.StartAsync(folder.File("local.db"), nameof(SampleApp));
        one = Client(first);
    }

    public async ValueTask DisposeAsync()
    {
        one.Dispose();
        two?.Dispose();
        await first.DisposeAsync();
        if (second is not null) await second.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Orchestration_that_receives_events_from_two_hosts_runs_each_turn_once()
    {
        await StartSecondAsync();
        using var started = await one.PostAsync(
            $"/api/counting/shared/{Events}", content: null, TestContext.Current.CancellationToken);
        started.EnsureSuccessStatusCode();
        for (var number = 0; number < Events; number++) await RaiseAsync(number % 2 == 0 ? one : two, "shared", number);

        var expected = Enumerable.Range(0, Events).ToList();
        Assert.Equal(expected, await ResultAsync(two, "shared"));
        Assert.Equal(expected, await ResultAsync(one, "shared"));
        var counted = await two.GetFromJsonAsync<List<string>>(
            "/api/journal/counted", TestContext.Current.CancellationToken);
        Assert.Equal(
            expected.Select(number => string.Create(CultureInfo.InvariantCulture, $"shared {number}")), counted);
    }

    [Fact]
    public async Task Work_of_a_killed_host_is_done_by_the_other()
    {
        using var started = await one.PostAsync("/api/hanging", content: null, TestContext.Current.CancellationToken);
        started.EnsureSuccessStatusCode();
        var begun = await one.GetFromJsonAsync<List<string>>(
            "/api/journal/begun?count=2", TestContext.Current.CancellationToken);
        Assert.Contains("activity", begun!);

        // The second host starts after the activity, which it could otherwise run itself.
        await StartSecondAsync();
        await first.KillAsync();

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        Assert.Contains(
            "activity", (await two.GetFromJsonAsync<List<string>>("/api/journal/done?count=1", limit.Token))!);
        await first.StartAsync();
    }

    async Task StartSecondAsync()
    {
        // The first host is idle before the second one starts.
        (await one.GetAsync("/local/due", TestContext.Current.CancellationToken)).Dispose();
        second = await AppProcess.StartAsync(folder.File("local.db"), nameof(SampleApp));
        two = Client(second);
    }

    static HttpClient Client(AppProcess app) =>
        new() { BaseAddress = app.Address, DefaultRequestHeaders = { { "x-functions-key", AppProcess.FunctionKey } } };

    static async Task RaiseAsync(HttpClient client, string id, int number)
    {
        using var raised = await client.PostAsJsonAsync(
            $"/runtime/webhooks/durabletask/instances/{id}/raiseEvent/Number",
            number,
            TestContext.Current.CancellationToken);
        raised.EnsureSuccessStatusCode();
    }

    static Task<List<int>?> ResultAsync(HttpClient client, string id) =>
        client.GetFromJsonAsync<List<int>>($"/api/counting/{id}", TestContext.Current.CancellationToken);
}
