using System.Net.Http.Json;
using LocalRuntime.Tests.Functions;
using SampleApp;
using TestSupport.LocalApp;

namespace LocalRuntime.Tests.Processes;

/// <summary>A host that is killed with SIGKILL while functions run, and started again.</summary>
public sealed class KillTests
{
    static readonly string[] Everything = ["activity", "message", "timer"];

    // Shorter than every lease: ten minutes on a message, one on a turn or activity.
    static readonly TimeSpan Prompt = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Work_of_a_killed_host_is_repeated_by_the_next_one_before_its_leases_end()
    {
        using var folder = new TemporaryFolder();
        await using var app = await AppProcess.StartAsync(
            folder.File("local.db"), nameof(SampleApp), (Sample.HangingSchedule, "* * * * * *"));
        using var client = new HttpClient { BaseAddress = app.Address };
        using var started = await client.PostAsync(
            "/api/hanging", content: null, TestContext.Current.CancellationToken);
        started.EnsureSuccessStatusCode();
        Assert.Equal(
            Everything,
            (await ReadAsync(client, "begun", 3, TestContext.Current.CancellationToken)).Order(StringComparer.Ordinal));

        await app.KillAsync();
        await app.StartAsync();

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Prompt);
        for (IReadOnlyList<string> done = []; !Everything.All(done.Contains);)
            done = await ReadAsync(client, "done", done.Count + 1, limit.Token);
        Assert.Equal(3, (await ReadAsync(client, "begun", 3, limit.Token)).Count);
    }

    static async Task<IReadOnlyList<string>> ReadAsync(
        HttpClient client, string subject, int count, CancellationToken cancellation) =>
        (await client.GetFromJsonAsync<List<string>>($"/api/journal/{subject}?count={count}", cancellation))!;
}
