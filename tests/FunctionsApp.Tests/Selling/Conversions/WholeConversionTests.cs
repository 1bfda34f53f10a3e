using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using Community.Selling;
using Community.Selling.Conversions;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Selling.Conversions;
using FunctionsApp.Tests.Messaging.StaffTasks;

namespace FunctionsApp.Tests.Selling.Conversions;

/// <summary>Two days of a conversion through HTTP, once for each thing a platform can be capable of.</summary>
public abstract class WholeConversionTests(AppHost app, bool isStaffed)
{
    static readonly string[] Steps = ["warm-up", "link", "last-call", "closing"];

    [Fact]
    public async Task Each_step_is_said_at_its_instant_to_the_second()
    {
        var group = await app.GroupAsync();
        var plan = await app.PlanAsync([group]);
        Assert.Equal((ConversionState.Planned, "awaiting-warm-up", plan.WarmUp.At), Standing(plan));
        DateTimeOffset[] instants = [plan.WarmUp.At, plan.LinkAt, plan.LastCallAt!.Value, plan.ClosesAt];
        foreach (var (step, at) in Steps.Zip(instants))
        {
            await app.AdvanceToAsync(at.AddSeconds(-1));
            Assert.DoesNotContain(await app.DeliveriesAsync(group), line => line.Step == step);
            await app.AdvanceToAsync(at);
            Assert.Equal(at, (await SentAsync(group, step)).QueuedAt);
        }

        var lines = await app.DeliveriesAsync(group);
        Assert.Equal(Steps, lines.Select(line => line.Step));
        Assert.All(
            lines.Zip(instants),
            line => Assert.Equal((DeliveryState.Sent, line.Second), (line.First.State, line.First.SentAt)));
        Assert.Empty(await app.TasksAsync(group));
        Assert.Equal((ConversionState.Closed, "closed", null), Standing(await app.GetConversionAsync(plan.Id)));
    }

    [Fact]
    public async Task The_view_shows_the_next_step_between_the_steps()
    {
        var group = await app.GroupAsync();
        var plan = await app.PlanAsync([group]);

        await app.AdvanceToAsync(plan.WarmUp.At);
        Assert.Equal(
            (ConversionState.WarmingUp, "awaiting-link", plan.LinkAt), Standing(await app.GetConversionAsync(plan.Id)));
        await app.AdvanceToAsync(plan.LinkAt);
        Assert.Equal(
            (ConversionState.Selling, "awaiting-last-call", plan.LastCallAt),
            Standing(await app.GetConversionAsync(plan.Id)));
        await app.AdvanceToAsync(plan.LastCallAt!.Value);
        Assert.Equal(
            (ConversionState.Selling, "awaiting-closing", plan.ClosesAt),
            Standing(await app.GetConversionAsync(plan.Id)));
    }

    [Fact]
    public async Task Both_orchestrations_complete_after_the_wait_for_late_orders()
    {
        var group = await app.GroupAsync();
        var plan = await app.PlanAsync([group]);

        await app.AdvanceToAsync(plan.ClosesAt.AddHours(1));

        Assert.Equal("Completed", await app.StatusAsync(SellingInstanceIds.Conversion(plan.Id)));
        Assert.Equal("Completed", await app.StatusAsync(SellingInstanceIds.ConversionGroup(plan.Id, group)));
    }

    // Where people send, one does as soon as the task is there.
    async Task<DeliveryView> SentAsync(string group, string step)
    {
        if (isStaffed)
        {
            var task = Assert.Single(
                await app.TasksAsync(group),
                task => task.Kind is StaffTaskKind.SendMessage or StaffTaskKind.ConfirmMessage);
            await app.DoneAsync(task.Id);
        }

        return Assert.Single(await app.DeliveriesAsync(group), line => line.Step == step);
    }

    static (ConversionState State, string Step, DateTimeOffset? NextAt) Standing(ConversionView view) =>
        (view.State, view.Step, view.NextAt);
}

public sealed class AutomaticConversionTests(AppHost app) : WholeConversionTests(
    app, isStaffed: false), IClassFixture<AppHost>;

public sealed class ManualConversionTests(
    ManualConversionTests.Host app) : WholeConversionTests(
        app, isStaffed: true), IClassFixture<ManualConversionTests.Host>
{
    public sealed class Host() : AppHost(AppHostSetup.WithEveryAction("Manual"));
}

public sealed class StaffConfirmedConversionTests(StaffConfirmedConversionTests.Host app)
    : WholeConversionTests(app, isStaffed: true), IClassFixture<StaffConfirmedConversionTests.Host>
{
    public sealed class Host() : AppHost(AppHostSetup.WithEveryAction("StaffConfirmed"));
}
