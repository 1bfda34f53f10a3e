using FunctionsApp.Acquisition.Scans;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Acquisition.Scans;

public sealed class FoldingTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Every_scan_is_counted_however_many_codes_are_scanned_in_an_hour()
    {
        const int batches = 7;
        var (campaign, _) = await app.CampaignAsync(await app.GroupAsync());
        for (var batch = 0; batch < batches; batch++)
        {
            var codes = Enumerable.Range(batch * 1_000, 1_500).ToDictionary(code => $"{code:d10}", _ => 2);
            await SendAsync(campaign, $"batch-{batch}", codes);
        }

        await app.RunUntilIdleAsync();
        for (var hour = 0; hour < 4; hour++)
        {
            Assert.Equal(batches * 1_500 * 2, await SumAsync(campaign));
            await app.AdvanceAsync(TimeSpan.FromHours(1));
        }

        Assert.InRange((await CountsAsync(campaign)).Count, 2, batches - 1);
        Assert.Equal(4, (await CountsAsync(campaign)).Sum(part => part.Codes.GetValueOrDefault("0000001000")));
    }

    [Fact]
    public async Task Batch_that_comes_again_after_it_was_folded_is_not_counted_again()
    {
        var (campaign, code) = await app.CampaignAsync(await app.GroupAsync());
        var at = app.Now;
        await SendAsync(campaign, "late-batch", new() { [code] = 3 }, at);
        await app.AdvanceAsync(TimeSpan.FromHours(4));

        await SendAsync(campaign, "late-batch", new() { [code] = 3 }, at);
        await app.AdvanceAsync(TimeSpan.FromHours(4));

        Assert.Equal(3, await SumAsync(campaign));
    }

    [Fact]
    public async Task Campaign_that_cannot_be_folded_does_not_keep_back_the_others()
    {
        var (broken, _) = await app.CampaignAsync(await app.GroupAsync());
        var (campaign, code) = await app.CampaignAsync(await app.GroupAsync());
        var hour = app.Now.UtcDateTime.ToString("yyyyMMddHH", System.Globalization.CultureInfo.InvariantCulture);
        await app.Services.GetRequiredService<ScanDays>().Batches.AddAsync(app.Now, broken);
        await app.Services.GetRequiredService<ScansTable>()
            .CommitAsync(Row.Put(broken, $"scan-raw-{hour}-broken", "no count"));
        await SendAsync(campaign, "one", new() { [code] = 1 });
        await SendAsync(campaign, "two", new() { [code] = 2 });

        await app.AdvanceAsync(TimeSpan.FromHours(4));

        Assert.Equal(3, Assert.Single(await CountsAsync(campaign)).Codes[code]);
    }

    Task SendAsync(string campaign, string id, Dictionary<string, int> codes, DateTimeOffset? at = null) =>
        app.Services.GetRequiredService<MessageQueue<ScanBatch>>()
            .SendAsync(new ScanBatch(at ?? app.Now, [new CampaignScans(campaign, codes)]) { Id = id });

    Task<IReadOnlyList<ScanCount>> CountsAsync(string campaign) =>
        app.ListAsync<ScanCount>($"/api/campaigns/{campaign}/scans?");

    async Task<int> SumAsync(string campaign) =>
        (await CountsAsync(campaign)).Sum(count => count.Codes.Values.Sum());
}
