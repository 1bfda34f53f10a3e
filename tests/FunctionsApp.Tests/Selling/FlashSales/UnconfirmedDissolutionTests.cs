using Community.Lifecycle;
using Community.Messaging.Channels;
using Community.Messaging.StaffTasks;
using Community.Selling;
using Community.Selling.FlashSales;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Tests.Messaging.Deliveries;
using FunctionsApp.Tests.Messaging.StaffTasks;

namespace FunctionsApp.Tests.Selling.FlashSales;

/// <summary>A platform that takes the order to dissolve a group and never says that it did.</summary>
public sealed class UnconfirmedDissolutionTests
{
    [Fact]
    public async Task A_person_is_asked_to_look_after_a_quarter_of_an_hour()
    {
        await using var app = await new ScriptedChannel(Accept).StartAsync();
        var sale = await app.SaleAsync();
        await app.AdvanceAsync(TimeSpan.FromHours(5));

        await app.AdvanceAsync(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        Assert.Empty(await app.TasksAsync(sale.GroupId));
        await app.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(StaffTaskKind.DissolveGroup, Assert.Single(await app.TasksAsync(sale.GroupId)).Kind);
    }

    [Fact]
    public async Task The_sale_is_over_when_that_person_says_the_group_is_gone()
    {
        await using var app = await new ScriptedChannel(Accept).StartAsync();
        var sale = await app.SaleAsync();
        await app.AdvanceAsync(TimeSpan.FromHours(6));

        await app.DoneAsync(Assert.Single(await app.TasksAsync(sale.GroupId)).Id);

        Assert.Equal(FlashSaleState.Dissolved, (await app.GetSaleAsync(sale.Id)).State);
    }

    [Fact]
    public async Task A_dissolution_that_the_channel_refuses_becomes_a_task_at_once()
    {
        await using var app = await new ScriptedChannel(
            call => call.Action is ChannelAction.DissolveGroup
                ? new ChannelReply.Refused("no right to")
                : Accept(call)).StartAsync();
        var sale = await app.SaleAsync();

        await app.AdvanceAsync(TimeSpan.FromHours(5));

        Assert.Equal(StaffTaskKind.DissolveGroup, Assert.Single(await app.TasksAsync(sale.GroupId)).Kind);
    }

    [Fact]
    public async Task A_dissolution_whose_answer_was_lost_becomes_a_task_and_is_not_ordered_twice()
    {
        var channel = new ScriptedChannel(LoseTheAnswer);
        await using var app = await channel.StartAsync();
        var sale = await app.SaleAsync();

        await app.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Equal(StaffTaskKind.DissolveGroup, Assert.Single(await app.TasksAsync(sale.GroupId)).Kind);
        Assert.Single(channel.Calls, call => call.Action is ChannelAction.DissolveGroup);
    }

    [Fact]
    public async Task A_dissolution_whose_answer_was_lost_and_that_the_platform_tells_of_later_leaves_nothing_to_do()
    {
        await using var app = await new ScriptedChannel(LoseTheAnswer).StartAsync();
        var sale = await app.SaleAsync();
        await app.AdvanceAsync(TimeSpan.FromHours(5));

        await app.DissolvedAsync(sale.GroupId);

        Assert.Equal(FlashSaleState.Dissolved, (await app.GetSaleAsync(sale.Id)).State);
        Assert.Empty(await app.TasksAsync(sale.GroupId));
    }

    [Fact]
    public async Task A_dissolution_unconfirmed_for_three_months_keeps_its_task_and_a_short_history()
    {
        await using var app = await new ScriptedChannel(Accept).StartAsync();
        var sale = await app.SaleAsync();

        await app.AdvanceAsync(TimeSpan.FromDays(90));

        Assert.InRange(Assert.Single(await app.TasksAsync(sale.GroupId)).Escalations, 88, 92);
        string[] instances =
        [
            SellingInstanceIds.FlashSale(sale.Id),
            LifecycleInstanceIds.FlashGroup(sale.GroupId),
            LifecycleInstanceIds.CharterDeadline(sale.GroupId),
        ];
        foreach (var instance in instances) Assert.InRange(await app.HistoryLengthAsync(instance), 1, 600);
        await app.DissolvedAsync(sale.GroupId);
        Assert.Equal(FlashSaleState.Dissolved, (await app.GetSaleAsync(sale.Id)).State);
    }

    static ChannelReply.Accepted LoseTheAnswer(ChannelCall call) =>
        call.Action is ChannelAction.DissolveGroup
            ? throw new HttpRequestException("the connection broke")
            : Accept(call);

    static ChannelReply.Accepted Accept(ChannelCall call) =>
        new(
            $"sent-{call.Key}",
            call.Action is ChannelAction.CreateGroup or ChannelAction.OpenJoinCode ? SampleBodies.JoinUrl : null);
}
