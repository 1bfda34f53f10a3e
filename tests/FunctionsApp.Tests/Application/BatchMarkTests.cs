using FunctionsApp.Acquisition.Scans;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Selling.Links;
using FunctionsApp.Selling.Offers;
using FunctionsApp.Tests.Acquisition;
using FunctionsApp.Tests.Acquisition.Campaigns;
using FunctionsApp.Tests.Trade.Orders;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Application;

/// <summary>Batches of scans and of clicks are recognised for 180 days by their marks.</summary>
public sealed class BatchMarkTests
{
    [Fact]
    public async Task Marks_of_batches_are_deleted_after_180_days_and_the_counts_stay()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup { OnDisk = true });
        var (campaign, code) = await app.CampaignAsync(await app.GroupAsync());
        var offer = app.Conversion();
        await app.Services.GetRequiredService<ScanCountStore>()
            .AddAsync(new CampaignScans(campaign, new() { [code] = 3 }), "old-batch", app.Now);
        await app.Services.GetRequiredService<ClickCountStore>().AddAsync(
            offer, "old-batch", app.Now, new Dictionary<string, int>(StringComparer.Ordinal) { ["tea-1"] = 2 });
        await app.PassAsync(TimeSpan.FromDays(179));
        Assert.Equal((1, 1), await MarksAsync());

        await app.AdvanceAsync(TimeSpan.FromDays(3));

        Assert.Equal((0, 0), await MarksAsync());
        var scans = await app.ListAsync<ScanCount>($"/api/campaigns/{campaign}/scans?");
        Assert.Equal(3, Assert.Single(scans).Codes[code]);
        Assert.Equal(2, await app.Services.GetRequiredService<ClickCountStore>().CountAsync(offer, "tea-1"));

        async Task<(int Scans, int Clicks)> MarksAsync() => (
            (await app.Services.GetRequiredService<ScansTable>().AllAsync<DateTimeOffset>(campaign, "batch-")).Count,
            (await app.Services.GetRequiredService<OffersTable>()
                .AllAsync<DateTimeOffset>(offer.Key, "click-mark-")).Count);
    }
}
