using Community.Messaging.StaffTasks;
using FunctionsApp.Tests.Trade.Shops;

namespace FunctionsApp.Tests.Application.Purges;

/// <summary>Finished orchestrations are purged, and nothing starts them again.</summary>
public sealed class PurgeTests
{
    [Fact]
    public async Task Every_event_that_comes_again_after_the_purge_has_no_second_effect()
    {
        await using var app = await AppHost.StartAsync(
            new AppHostSetup { OnDisk = true, Settings = ShopSigner.Settings });
        var day = new BrandDay(app);
        await day.SendAsync();
        await app.AdvanceAsync(TimeSpan.FromDays(7));
        Assert.Equal(BrandDay.Instances, await day.ExistingInstancesAsync());

        await app.PassAsync(TimeSpan.FromDays(15));
        Assert.Empty(await day.ExistingInstancesAsync());
        await day.DoTasksAsync(StaffTaskKind.DecideOnEnd); // Its reminders would go on every day.
        var before = await day.ReadAsync();
        await day.SendAsync();
        await app.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Empty(await day.ExistingInstancesAsync());
        Assert.Equal(before, await day.ReadAsync());
    }

    [Fact]
    public async Task Instance_is_kept_until_14_days_after_its_end()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup { OnDisk = true });
        var id = await app.GroupAsync(kind: "Flash", endsAt: app.Now.AddDays(20));
        await app.PassAsync(TimeSpan.FromDays(21));
        Assert.Equal("Completed", await app.StatusAsync($"charter-deadline-{id}"));

        await app.PassAsync(TimeSpan.FromDays(12));
        Assert.Equal("Completed", await app.StatusAsync($"charter-deadline-{id}"));
        await app.AdvanceAsync(TimeSpan.FromDays(3));
        var gone = await app.GetAsync($"/runtime/webhooks/durabletask/instances/charter-deadline-{id}");

        Assert.Equal(System.Net.HttpStatusCode.NotFound, gone.Status);
    }
}
