using FunctionsApp.Acquisition.Scans;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Acquisition.Scans;

public sealed class RepeatedBatchTests(AppHost app) : IClassFixture<AppHost>
{
    /// <summary>
    /// A storage client that loses the answer to its first attempt leaves two messages with different ids. Simulated
    /// seed 19 counted both.
    /// </summary>
    [Fact]
    public async Task Batch_stored_as_two_messages_is_counted_once()
    {
        var (campaign, code) = await app.CampaignAsync(await app.GroupAsync());
        var scans = app.Services.GetRequiredService<MessageQueue<ScanBatch>>();
        var batch = new ScanBatch(app.Now, [new CampaignScans(campaign, new() { [code] = 3 })]) { Id = "one-batch" };

        await scans.SendAsync(batch);
        await scans.SendAsync(batch);
        await app.RunUntilIdleAsync();

        Assert.Equal(
            3,
            (await app.ListAsync<ScanCount>($"/api/campaigns/{campaign}/scans?")).Sum(count => count.Codes[code]));
    }
}
