using System.Net;
using Community.Messaging.Deliveries;
using Community.Selling.Conversions;
using FunctionsApp.Selling.Conversions;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Selling.Conversions;

/// <summary>A step that runs again because its result was lost.</summary>
public sealed class RepeatedStepTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Repeated_link_step_keeps_its_link_when_the_product_was_sold_out_meanwhile()
    {
        var (group, plan) = await PlanAsync();
        await app.AdvanceToAsync(plan.LinkAt);
        var address = (await app.GetConversionAsync(plan.Id)).Groups[0].Link;
        (await app.ControlAsync(plan.Id, "sold-out")).Expecting(HttpStatusCode.OK);

        var repeated = await RunAsync(group, ConversionStep.Link, plan.LinkAt);

        Assert.Equal((address, null), (repeated.Link, repeated.Message));
        Assert.Single(await app.DeliveriesAsync(group.GroupId), line => line.Step == "link");
    }

    [Fact]
    public async Task Step_that_was_not_begun_in_the_group_is_passed_over_after_a_cancellation()
    {
        var (group, plan) = await PlanAsync();
        (await app.ControlAsync(plan.Id, "cancel")).Expecting(HttpStatusCode.OK);

        var result = await RunAsync(group, ConversionStep.Link, plan.LinkAt);

        Assert.Equal(new StepResult(Wait: null, Link: null, Message: null), result);
        Assert.Empty(await app.DeliveriesAsync(group.GroupId));
    }

    [Fact]
    public async Task Step_before_its_instant_sends_nothing_and_tells_the_instant()
    {
        var (group, plan) = await PlanAsync();

        var result = await RunAsync(group, ConversionStep.Link, plan.LinkAt.AddSeconds(-1));

        Assert.Equal(new StepWait(ConversionStep.Link, plan.LinkAt), result.Wait);
        Assert.Empty(await app.DeliveriesAsync(group.GroupId));
    }

    [Fact]
    public async Task Repeated_step_sends_its_message_once_and_tells_the_wait_for_the_next_step()
    {
        var (group, plan) = await PlanAsync();
        var first = await RunAsync(group, ConversionStep.WarmUp, plan.WarmUp.At);

        var second = await RunAsync(group, ConversionStep.WarmUp, plan.WarmUp.At);

        Assert.Equal(new StepWait(ConversionStep.Link, plan.LinkAt), first.Wait);
        Assert.Equal(first, second);
        Assert.Equal(DeliveryState.Sent, Assert.Single(await app.DeliveriesAsync(group.GroupId)).State);
    }

    async Task<(ConversionGroup Group, ConversionView Plan)> PlanAsync()
    {
        var group = await app.GroupAsync();
        var plan = await app.PlanAsync([group]);
        return (new ConversionGroup(plan.Id, group, Arm.WarmUp), plan);
    }

    Task<StepResult> RunAsync(ConversionGroup group, ConversionStep step, DateTimeOffset at)
    {
        var steps = app.Services.GetRequiredService<GroupStepService>();
        return steps.RunAsync(new RunStepInput(group, step, Link: null, Overtaken: [], at));
    }
}
