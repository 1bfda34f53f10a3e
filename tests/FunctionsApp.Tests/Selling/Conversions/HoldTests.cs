using System.Net;
using System.Text.Json.Nodes;
using Community.Messaging.Deliveries;
using Community.Selling;
using Community.Selling.Conversions;
using FunctionsApp.Tests.Messaging.StaffTasks;

namespace FunctionsApp.Tests.Selling.Conversions;

/// <summary>An operator who stops a conversion, lets it go on, or ends it.</summary>
public sealed class HoldTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task A_held_conversion_sends_no_messages_and_counts_clicks()
    {
        var group = await app.GroupAsync();
        var plan = await app.PlanAsync([group]);
        await app.AdvanceToAsync(plan.LinkAt);
        (await app.ControlAsync(plan.Id, "hold")).Expecting(HttpStatusCode.OK);

        await app.AdvanceToAsync(plan.ClosesAt.AddHours(1));
        var held = await app.GetConversionAsync(plan.Id);
        await app.ClickAsync(held.Groups[0].Link!);

        Assert.Equal(["warm-up", "link"], (await app.DeliveriesAsync(group)).Select(line => line.Step));
        Assert.Equal((ConversionState.Held, "awaiting-last-call", null), (held.State, held.Step, held.NextAt));
        Assert.Equal(1, (await app.GetConversionAsync(plan.Id)).Groups[0].Outcome!.Clicks);
    }

    [Fact]
    public async Task After_a_missed_instant_resume_must_say_what_becomes_of_it()
    {
        var plan = await app.PlanAsync([await app.GroupAsync()]);
        await app.ControlAsync(plan.Id, "hold");
        await app.AdvanceToAsync(plan.WarmUp.At);

        var answer = (await app.ControlAsync(plan.Id, "resume")).Expecting(HttpStatusCode.BadRequest);

        Assert.True(answer.Json.GetProperty("errors").TryGetProperty("missed", out _));
        Assert.Equal(ConversionState.Held, (await app.GetConversionAsync(plan.Id)).State);
    }

    [Fact]
    public async Task Run_carries_the_missed_step_out_now()
    {
        var group = await app.GroupAsync();
        var plan = await app.PlanAsync([group]);
        await app.AdvanceToAsync(plan.WarmUp.At);
        await app.ControlAsync(plan.Id, "hold");
        await app.AdvanceToAsync(plan.LinkAt.AddMinutes(40));

        (await app.ControlAsync(plan.Id, "resume", new JsonObject { ["missed"] = "run" })).Expecting(HttpStatusCode.OK);

        Assert.Equal(app.Now, Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "link").SentAt);
    }

    [Fact]
    public async Task Skip_leaves_the_missed_step_out_and_the_next_comes_at_its_instant()
    {
        var group = await app.GroupAsync();
        var plan = await app.PlanAsync([group]);
        await app.ControlAsync(plan.Id, "hold");
        await app.AdvanceToAsync(plan.WarmUp.At.AddHours(1));

        (
            await app.ControlAsync(
                plan.Id, "resume", new JsonObject { ["missed"] = "skip" })).Expecting(HttpStatusCode.OK);
        await app.AdvanceToAsync(plan.LinkAt);

        Assert.Equal(
            [("link", plan.LinkAt)],
            (await app.DeliveriesAsync(group)).Select(line => (line.Step, line.SentAt!.Value)));
        Assert.Equal([ConversionStep.WarmUp], (await app.GetConversionAsync(plan.Id)).Skipped);
    }

    [Fact]
    public async Task Of_several_missed_steps_only_the_one_that_matters_most_runs()
    {
        var group = await app.GroupAsync();
        var plan = await app.PlanAsync([group]);
        await app.ControlAsync(plan.Id, "hold");
        await app.AdvanceToAsync(plan.LastCallAt!.Value.AddMinutes(1));

        await app.ControlAsync(plan.Id, "resume", new JsonObject { ["missed"] = "run" });
        await app.AdvanceToAsync(plan.ClosesAt);

        Assert.Equal(["link", "closing"], (await app.DeliveriesAsync(group)).Select(line => line.Step));
    }

    [Fact]
    public async Task A_link_that_is_skipped_is_neither_reminded_of_nor_closed_with_words()
    {
        var group = await app.GroupAsync();
        var plan = await app.PlanAsync([group]);
        await app.AdvanceToAsync(plan.WarmUp.At);
        await app.ControlAsync(plan.Id, "hold");
        await app.AdvanceToAsync(plan.LinkAt.AddMinutes(1));

        await app.ControlAsync(plan.Id, "resume", new JsonObject { ["missed"] = "skip" });
        await app.AdvanceToAsync(plan.ClosesAt.AddHours(2));

        Assert.Equal(["warm-up"], (await app.DeliveriesAsync(group)).Select(line => line.Step));
        Assert.Equal(ConversionState.Closed, (await app.GetConversionAsync(plan.Id)).State);
        Assert.Equal("Completed", await app.StatusAsync(SellingInstanceIds.Conversion(plan.Id)));
    }

    [Fact]
    public async Task A_held_conversion_can_be_edited_and_continues_by_the_new_instants()
    {
        var group = await app.GroupAsync();
        var plan = await app.PlanAsync([group]);
        await app.AdvanceToAsync(plan.WarmUp.At);
        await app.ControlAsync(plan.Id, "hold");
        await app.AdvanceToAsync(plan.LinkAt.AddHours(1));
        var (link, call, closes) = (app.Now.AddHours(1), app.Now.AddHours(2), app.Now.AddHours(3));

        (
            await app.EditConversionAsync(
                plan.Id,
                new JsonObject
                {
                    ["linkAt"] = link,
                    ["lastCallAt"] = call,
                    ["closesAt"] = closes,
                })).Expecting(HttpStatusCode.OK);
        (await app.ControlAsync(plan.Id, "resume")).Expecting(HttpStatusCode.OK);
        await app.AdvanceToAsync(closes);

        Assert.Equal(
            [plan.WarmUp.At, link, call, closes],
            (await app.DeliveriesAsync(group)).Select(line => line.SentAt!.Value));
    }

    [Fact]
    public async Task Cancel_ends_every_group_without_another_word()
    {
        var (one, other) = (await app.GroupAsync(), await app.GroupAsync());
        var plan = await app.PlanAsync([one, other]);
        await app.AdvanceToAsync(plan.LinkAt);

        (await app.ControlAsync(plan.Id, "cancel")).Expecting(HttpStatusCode.OK);
        await app.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(
            (ConversionState.Cancelled, "cancelled"),
            ((await app.GetConversionAsync(plan.Id)).State, (await app.GetConversionAsync(plan.Id)).Step));
        foreach (var group in new[] { one, other })
        {
            Assert.Equal(["warm-up", "link"], (await app.DeliveriesAsync(group)).Select(line => line.Step));
            Assert.Equal("Completed", await app.StatusAsync(SellingInstanceIds.ConversionGroup(plan.Id, group)));
        }

        (await app.ControlAsync(plan.Id, "hold")).Expecting(HttpStatusCode.Conflict);
        (
            await app.EditConversionAsync(plan.Id, new JsonObject { ["closing"] = "别了" })).Expecting(
                HttpStatusCode.Conflict);
        (await app.ControlAsync(plan.Id, "cancel")).Expecting(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_hosts_own_events_do_the_same()
    {
        var group = await app.GroupAsync();
        var plan = await app.PlanAsync([group]);

        await app.RaiseAsync(SellingInstanceIds.Conversion(plan.Id), "Hold");
        Assert.Equal(ConversionState.Held, (await app.GetConversionAsync(plan.Id)).State);
        await app.RaiseAsync(SellingInstanceIds.Conversion(plan.Id), "Resume");
        Assert.Equal(ConversionState.Planned, (await app.GetConversionAsync(plan.Id)).State);
        await app.RaiseAsync(SellingInstanceIds.Conversion(plan.Id), "Cancel");
        Assert.Equal(ConversionState.Cancelled, (await app.GetConversionAsync(plan.Id)).State);
        Assert.Equal("Completed", await app.StatusAsync(SellingInstanceIds.ConversionGroup(plan.Id, group)));
    }
}

/// <summary>The same where people send the messages.</summary>
public sealed class StaffedHoldTests(ManualConversionTests.Host app) : IClassFixture<ManualConversionTests.Host>
{
    [Fact]
    public async Task An_unsent_message_is_withdrawn_by_the_next_step()
    {
        var group = await app.GroupAsync();
        var plan = await app.PlanAsync([group]);

        await app.AdvanceToAsync(plan.ClosesAt);

        var lines = await app.DeliveriesAsync(group);
        Assert.Equal(
            [
                ("warm-up", plan.WarmUp.At),
                ("link", plan.LinkAt),
                ("last-call", plan.LastCallAt!.Value),
                ("closing", plan.ClosesAt),
            ],
            lines.Select(line => (line.Step, line.QueuedAt)));
        Assert.Equal(
            [DeliveryState.Skipped, DeliveryState.Skipped, DeliveryState.Skipped, DeliveryState.AwaitingStaff],
            lines.Select(line => line.State));
        Assert.Equal(0, (await app.GetConversionAsync(plan.Id)).Groups[0].Outcome!.Delivered);
    }

    [Fact]
    public async Task A_link_that_a_person_sends_late_counts_as_delivered()
    {
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "u1");
        await app.JoinAsync(group, "u2");
        var plan = await app.PlanAsync([group]);
        await app.AdvanceToAsync(plan.LinkAt);
        var link = Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "link");
        await app.AdvanceAsync(TimeSpan.FromMinutes(20));

        await app.DoneAsync(link.TaskId!);

        Assert.Equal(2, (await app.GetConversionAsync(plan.Id)).Groups[0].Outcome!.Delivered);
    }
}
