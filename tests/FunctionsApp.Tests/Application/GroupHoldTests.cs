using System.Net;
using System.Text.Json.Nodes;
using Community.Groups;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using FunctionsApp.Groups;
using FunctionsApp.Tests.Groups;
using FunctionsApp.Tests.Messaging.Deliveries;
using FunctionsApp.Tests.Selling.FlashSales;

namespace FunctionsApp.Tests.Application;

public sealed class GroupHoldTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Newcomers_of_a_held_group_are_greeted_after_its_release()
    {
        var group = await app.GroupAsync();
        (await app.HoldGroupAsync(group)).Expecting(HttpStatusCode.OK);
        await app.JoinAsync(group, "u1");
        await app.AdvanceAsync(TimeSpan.FromHours(3));
        Assert.All(await app.DeliveriesAsync(group), line => Assert.Equal(DeliveryState.Queued, line.State));

        (await app.ReleaseGroupAsync(group)).Expecting(HttpStatusCode.OK);
        await app.AdvanceAsync(TimeSpan.FromMinutes(6));

        var lines = await app.DeliveriesAsync(group);
        Assert.Equal(["welcome", "rules", "introduction"], lines.Select(line => line.Step));
        Assert.All(lines, line => Assert.Equal(DeliveryState.Sent, line.State));
    }

    [Fact]
    public async Task Waves_of_a_held_flash_group_wait_and_the_group_is_dissolved_all_the_same()
    {
        var sale = await app.SaleAsync();
        (await app.HoldGroupAsync(sale.GroupId)).Expecting(HttpStatusCode.OK);

        await app.AdvanceAsync(TimeSpan.FromDays(1));

        var messages = (await app.DeliveriesAsync(sale.GroupId)).Where(line => line.To is ChannelAction.SendToGroup);
        Assert.All(messages, message => Assert.Equal(DeliveryState.Skipped, message.State));
        Assert.Contains(messages, message => message.Step == "farewell");
        Assert.Equal(GroupState.Dissolved, (await app.GetGroupAsync(sale.GroupId)).State);
    }

    [Fact]
    public async Task Hold_and_release_are_in_the_view_and_in_the_history_and_repeats_change_nothing()
    {
        var group = await app.GroupAsync();

        var held = (await app.HoldGroupAsync(group)).As<GroupView>();
        var again = (await app.HoldGroupAsync(group, "另一个原因")).As<GroupView>();

        var hold = new GroupHold(HoldCause.Operator, "小王", "客户投诉", app.Now);
        Assert.Equal(hold, Assert.Single(held.Holds));
        Assert.Equal(hold, Assert.Single(again.Holds));
        Assert.Empty((await app.ReleaseGroupAsync(group)).As<GroupView>().Holds);
        (await app.ReleaseGroupAsync(group)).Expecting(HttpStatusCode.OK);
        Assert.Equal(
            ["恢复本群消息", "暂停本群消息，原因：客户投诉"],
            (await app.HistoryAsync(group)).Select(change => change.What));
    }

    [Theory]
    [InlineData("""{"reason":"客户投诉"}""", "by")]
    [InlineData("""{"by":"小王"}""", "reason")]
    [InlineData("""{"by":"小王","reason":"a\nb"}""", "reason")]
    public async Task Hold_without_a_name_or_a_reason_is_400(string body, string field)
    {
        var group = await app.GroupAsync();

        var refused = await app.PostAsync($"/api/groups/{group}/hold", JsonNode.Parse(body)!);

        refused.ExpectingInvalid(field);
        Assert.Empty((await app.GetGroupAsync(group)).Holds);
    }

    [Fact]
    public async Task Hold_of_an_unknown_group_is_404_and_of_a_dissolved_one_409()
    {
        var group = await app.GroupAsync();
        await app.DissolvedAsync(group);

        (await app.HoldGroupAsync("nothing-here")).Expecting(HttpStatusCode.NotFound);
        (await app.ReleaseGroupAsync("nothing-here")).Expecting(HttpStatusCode.NotFound);
        (await app.HoldGroupAsync(group)).Expecting(HttpStatusCode.Conflict);
    }
}
