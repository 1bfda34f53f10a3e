using System.Net;
using System.Text.Json.Nodes;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Pushes.DaySheets;
using Community.Pushes.Occurrences;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Platform.Http;
using FunctionsApp.Pushes.DaySheets;
using FunctionsApp.Tests.Groups;
using Microsoft.Extensions.DependencyInjection;
using static FunctionsApp.Tests.Pushes.DaySheets.DaySheetClient;

namespace FunctionsApp.Tests.Pushes.DaySheets;

/// <summary>The platform prepares one message a group and day, and a person confirms it.</summary>
public sealed class GroupSendTests
{
    const string TakenReason = "the day's one group send is kept for a sale, or taken";

    [Fact]
    public async Task First_push_after_the_cutoff_gets_the_group_send_of_the_day()
    {
        await using var app = await StartAsync();
        var owner = await app.StaffAsync();
        var group = await app.OwnedGroupAsync(owner);
        foreach (var time in new[] { "10:30", "12:00", "15:00" }) await app.PlanDailyAsync(group, time);
        IReadOnlyList<SendingWay?> expected = [SendingWay.ByHand, SendingWay.GroupSend, SendingWay.ByHand];

        var forecast = (await app.SheetAsync(owner)).Items;
        await app.ToAsync(At(12));
        Assert.Equal([TakenReason, null], (await LinesAsync(app, group)).Select(line => line.Reason));
        await app.ToAsync(At(15));
        var items = (await app.SheetAsync(owner)).Items;

        Assert.Equal(expected, forecast.Select(item => item.Via));
        Assert.Equal(expected, items.Select(item => item.Via));
        var lines = await LinesAsync(app, group);
        Assert.Equal(TakenReason, lines[2].Reason);
        Assert.Single(lines.Select(line => line.TaskId).Distinct());
    }

    [Fact]
    public async Task Push_goes_by_hand_when_a_sale_has_the_group_send()
    {
        await using var app = await StartAsync();
        var owner = await app.StaffAsync();
        var group = await app.OwnedGroupAsync(owner);
        var push = await app.PlanDailyAsync(group, "12:30");
        Assert.True(await ReserveForSaleAsync(app, group));

        Assert.Equal(SendingWay.ByHand, Assert.Single((await app.SheetAsync(owner)).Items).Via);
        await app.ToAsync(At(12, 30));

        Assert.Equal(SendingWay.ByHand, Assert.Single((await app.SheetAsync(owner)).Items).Via);
        Assert.Equal(PushState.AwaitingStaff, (await app.GetPushAsync(push.Id)).State);
    }

    [Fact]
    public async Task Sale_does_not_get_the_group_send_that_a_push_has()
    {
        await using var app = await StartAsync();
        var group = await app.GroupAsync();
        var push = await app.PlanDailyAsync(group, "12:30");
        await app.ToAsync(At(12, 30));

        Assert.False(await ReserveForSaleAsync(app, group));

        var line = Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "push");
        Assert.Null(line.Reason);
        (await app.CommandAsync(push.Id, "confirm")).Expecting(HttpStatusCode.OK);
        Assert.Equal(PushState.Sent, (await app.GetPushAsync(push.Id)).State);
    }

    [Fact]
    public async Task Cutoff_is_a_setting_of_the_brand_and_of_the_group()
    {
        await using var app = await StartAsync(("Push:SaleCutoff", "18:00"));
        var owner = await app.StaffAsync();
        var (first, second) = (await app.OwnedGroupAsync(owner), await app.OwnedGroupAsync(owner));
        foreach (var group in new[] { first, second }) await app.PlanDailyAsync(group, "12:30");

        var limits = (await app.SendAsync(
            HttpMethod.Put,
            $"/api/groups/{first}/push-limits",
            AppHost.Json(new JsonObject { ["saleCutoff"] = "12:30" }))).Expecting(HttpStatusCode.OK);

        Assert.Equal("12:30", limits.Json.GetProperty("saleCutoff").GetString());
        await app.ToAsync(At(12, 30));
        var ways = (await app.SheetAsync(owner)).Items.ToDictionary(item => item.GroupId, item => item.Via);
        Assert.Equal((SendingWay.GroupSend, SendingWay.ByHand), (ways[first], ways[second]));
    }

    static async Task<IReadOnlyList<DeliveryView>> LinesAsync(AppHost app, string group) =>
        [.. (await app.DeliveriesAsync(group)).Where(line => line.Step == "push")];

    static async Task<bool> ReserveForSaleAsync(AppHost app, string group)
    {
        var sale = Delivery.From(new NewDelivery(
            "flash-sale-1", "link", group, null, ChannelAction.SendToGroup, DeliveryPriority.Sale, "好茶", app.Now));
        return await app.Services.GetRequiredService<Ledger>().ReserveGroupSendAsync(
            sale, app.Now, app.Services.GetRequiredService<GroupSendRule>());
    }

    static Task<AppHost> StartAsync(params (string Name, string Value)[] settings) =>
        AppHost.StartAsync(new AppHostSetup
        {
            Settings = settings
                .Append(($"Simulated:{ChannelAction.SendToGroup}", "StaffConfirmed"))
                .ToDictionary(setting => setting.Item1, setting => (string?)setting.Item2, StringComparer.Ordinal),
        });
}
