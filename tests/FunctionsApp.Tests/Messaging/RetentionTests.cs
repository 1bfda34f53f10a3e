using Community.Messaging.Channels;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Tests.Messaging.Deliveries;
using FunctionsApp.Tests.Messaging.StaffTasks;

namespace FunctionsApp.Tests.Messaging;

public sealed class RetentionTests
{
    // The reminder of a card name follows a day after the join, and a pass comes once a day.
    static readonly TimeSpan Month = TimeSpan.FromDays(33);

    static readonly Dictionary<string, string?> Settings = new(StringComparer.Ordinal)
    {
        ["Retention:DeliveryDays"] = "30",
        ["Retention:TaskDays"] = "30",
    };

    [Fact]
    public async Task Deliveries_are_deleted_after_the_period_and_later_ones_stay()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup { OnDisk = true, Settings = Settings });
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "early");
        await app.PassAsync(TimeSpan.FromDays(20));
        await app.JoinAsync(group, "late");

        await app.PassAsync(TimeSpan.FromDays(12));

        Assert.Equal(["late"], (await app.DeliveriesAsync(group)).Select(line => line.MemberId).Distinct());
    }

    [Fact]
    public async Task Repeated_event_welcomes_nobody_after_the_deliveries_are_deleted()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup { OnDisk = true, Settings = Settings });
        var group = await app.GroupAsync();
        var joinedAt = app.Now;
        await app.JoinAsync(group, "u1", at: joinedAt);
        await app.PassAsync(Month);
        Assert.Empty(await app.DeliveriesAsync(group));

        await app.JoinAsync(group, "u1", at: joinedAt);

        Assert.Empty(await app.DeliveriesAsync(group));
    }

    [Fact]
    public async Task Delivery_that_waits_for_a_person_stays_and_a_done_task_is_deleted()
    {
        await using var app = await AppHost.StartAsync(
            AppHostSetup.With(ChannelAction.SendToGroup, "Manual") with
            {
                OnDisk = true,
                Settings = new Dictionary<string, string?>(Settings, StringComparer.Ordinal)
                {
                    ["Simulated:SendToGroup"] = "Manual",
                },
            });
        var group = await app.GroupAsync(kind: "Flash", endsAt: app.Now.AddDays(90));
        await app.JoinAsync(group, "done");
        await app.AdvanceAsync(app.UntilGreeting());
        await app.DoneAsync(Assert.Single(await app.TasksAsync(group)).Id);
        await app.JoinAsync(group, "waiting");

        await app.PassAsync(Month);

        Assert.Equal("waiting", Assert.Single(await app.DeliveriesAsync(group)).MemberId);
        Assert.Empty(await app.ListAsync<StaffTaskView>("/api/tasks?status=done"));
        Assert.Single(await app.ListAsync<StaffTaskView>("/api/tasks?status=open"));
        await app.DoneAsync(Assert.Single(await app.TasksAsync(group)).Id);
        await app.PassAsync(Month);
        Assert.Empty(await app.DeliveriesAsync(group));
    }
}
