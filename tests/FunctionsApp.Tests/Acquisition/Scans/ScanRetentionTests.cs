using FunctionsApp.Acquisition.Scans;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Acquisition.Scans;

public sealed class ScanRetentionTests
{
    static readonly AppHostSetup Setup = new()
    {
        OnDisk = true,
        Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Retention:ScanDays"] = "30" },
    };

    [Fact]
    public async Task Old_hours_become_one_total_and_no_count_of_a_code_changes()
    {
        await using var app = await AppHost.StartAsync(Setup);
        var (campaign, _) = await app.CampaignAsync(await app.GroupAsync());
        var start = app.Now;
        for (var hour = 0; hour < 30; hour++)
        {
            await SendAsync(app, campaign, $"batch-{hour}", new() { ["a"] = 1, [$"b{hour % 3}"] = hour });
            await app.AdvanceAsync(TimeSpan.FromHours(1));
        }

        await app.PassAsync(TimeSpan.FromDays(5));
        await SendAsync(app, campaign, "recent", new() { ["a"] = 5 });
        await app.AdvanceAsync(TimeSpan.FromHours(4));
        var before = await CountsAsync(app, campaign);
        Assert.Equal(31, before.Count);

        await app.PassAsync(TimeSpan.FromDays(28));

        var after = await CountsAsync(app, campaign);
        Assert.Equal(2, after.Count);
        Assert.Equal((start.AddMinutes(-start.Minute), 30), (after[0].At, after[0].Codes["a"]));
        Assert.Equal(Sums(before), Sums(after));
    }

    [Fact]
    public async Task Total_of_many_codes_has_several_parts_and_counts_every_scan()
    {
        await using var app = await AppHost.StartAsync(Setup);
        var (campaign, _) = await app.CampaignAsync(await app.GroupAsync());
        for (var hour = 0; hour < 7; hour++)
        {
            var codes = Enumerable.Range(hour * 1_000, 1_500).ToDictionary(code => $"{code:d10}", _ => 2);
            await SendAsync(app, campaign, $"batch-{hour}", codes);
            await app.AdvanceAsync(TimeSpan.FromHours(1));
        }

        await app.PassAsync(TimeSpan.FromDays(33));

        var counts = await CountsAsync(app, campaign);
        Assert.InRange(counts.Count, 2, 4);
        Assert.Equal(7 * 1_500 * 2, counts.Sum(count => count.Codes.Values.Sum()));
    }

    [Fact]
    public async Task Batch_that_comes_after_its_hours_became_a_total_is_counted_once()
    {
        await using var app = await AppHost.StartAsync(Setup);
        var (campaign, _) = await app.CampaignAsync(await app.GroupAsync());
        var at = app.Now;
        await SendAsync(app, campaign, "first", new() { ["a"] = 1 }, at);
        await app.PassAsync(TimeSpan.FromDays(33));

        await SendAsync(app, campaign, "late", new() { ["a"] = 2 }, at);
        await SendAsync(app, campaign, "first", new() { ["a"] = 1 }, at);
        await app.PassAsync(TimeSpan.FromDays(33));

        Assert.Equal(3, Assert.Single(await CountsAsync(app, campaign)).Codes["a"]);
    }

    [Fact]
    public async Task Campaign_without_new_scans_is_visited_no_more()
    {
        await using var app = await AppHost.StartAsync(Setup);
        var (campaign, _) = await app.CampaignAsync(await app.GroupAsync());
        await SendAsync(app, campaign, "one", new() { ["a"] = 1 });
        await app.RunUntilIdleAsync();
        Assert.Single(await IndexedAsync(app, "$batches"));

        await app.AdvanceAsync(TimeSpan.FromDays(3));

        Assert.Empty(await IndexedAsync(app, "$batches"));
        Assert.Single(await IndexedAsync(app, "$hours"));
        await app.PassAsync(TimeSpan.FromDays(30));
        Assert.Empty(await IndexedAsync(app, "$hours"));
    }

    static async Task SendAsync(
        AppHost app, string campaign, string id, Dictionary<string, int> codes, DateTimeOffset? at = null)
    {
        await app.Services.GetRequiredService<MessageQueue<ScanBatch>>()
            .SendAsync(new ScanBatch(at ?? app.Now, [new CampaignScans(campaign, codes)]) { Id = id });
        await app.RunUntilIdleAsync();
    }

    static Task<IReadOnlyList<Stored<IndexedDay>>> IndexedAsync(AppHost app, string index) =>
        app.Services.GetRequiredService<ScansTable>().AllAsync<IndexedDay>(index, "day-");

    static Task<IReadOnlyList<ScanCount>> CountsAsync(AppHost app, string campaign) =>
        app.ListAsync<ScanCount>($"/api/campaigns/{campaign}/scans?");

    static IEnumerable<(string Code, int Count)> Sums(IEnumerable<ScanCount> counts) => counts
        .SelectMany(count => count.Codes)
        .GroupBy(count => count.Key, StringComparer.Ordinal)
        .Select(code => (code.Key, code.Sum(count => count.Value)))
        .OrderBy(code => code.Key, StringComparer.Ordinal);
}
