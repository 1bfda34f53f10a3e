using System.Net;
using System.Text.Json.Nodes;
using Community.Messaging.Deliveries;
using FunctionsApp.Tests.Pushes;
using FunctionsApp.Tests.Selling.Conversions;

namespace FunctionsApp.Tests.Transfer;

/// <summary>Plans that had begun where they come from do not begin again.</summary>
public sealed class BegunPlanTests
{
    [Fact]
    public async Task Warm_up_that_has_passed_is_not_said_again_and_the_link_comes_at_its_instant()
    {
        await using var source = await AppHost.StartAsync(new AppHostSetup());
        var group = await source.GroupAsync();
        var conversion = (await source.PlanAsync([group])).Id;
        await source.AdvanceAsync(ConversionClient.WarmUpIn + TimeSpan.FromHours(1));
        var document = await source.ExportAsync();
        await using var target = await AppHost.StartAsync(new AppHostSetup { Clock = source.Now });

        await target.ImportAsync(document);

        Assert.Empty(await TextsAsync(target, group));
        await target.AdvanceAsync(ConversionClient.LinkIn - ConversionClient.WarmUpIn);
        Assert.Contains("明前龙井", Assert.Single(await TextsAsync(target, group)), StringComparison.Ordinal);
        Assert.Equal(
            (string?)document.Thing("conversions", conversion)["warmUp"]!["at"],
            (string?)(await target.ExportAsync()).Thing("conversions", conversion)["warmUp"]!["at"]);
    }

    [Fact]
    public async Task Wave_that_has_passed_is_not_sent_again_and_the_next_one_is()
    {
        await using var source = await AppHost.StartAsync(new AppHostSetup());
        var end = source.Now.AddHours(10);
        var group = await source.GroupAsync(kind: "Flash", endsAt: end);
        var sale = SampleBodies.FlashSale(
            "tonight",
            [group],
            source.Now.AddHours(1),
            end,
            SampleBodies.Wave(source.Now.AddHours(2)),
            SampleBodies.Wave(source.Now.AddHours(5), "第二波 {link}"));
        (await source.PostAsync("/api/flash-sales", sale)).Expecting(HttpStatusCode.Created);
        await source.AdvanceAsync(TimeSpan.FromHours(3));
        var document = await source.ExportAsync();
        await using var target = await AppHost.StartAsync(new AppHostSetup { Clock = source.Now });

        await target.ImportAsync(document);
        await target.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Empty(await TextsAsync(target, group));
        await target.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.StartsWith("第二波", Assert.Single(await TextsAsync(target, group)), StringComparison.Ordinal);
        await target.AdvanceAsync(TimeSpan.FromHours(12));
        Assert.Equal("Dissolved", (await target.GetGroupAsync(group)).State.ToString());
    }

    [Fact]
    public async Task Days_of_a_group_are_counted_on_from_when_it_opened()
    {
        await using var source = await AppHost.StartAsync(new AppHostSetup());
        var group = await source.GroupAsync();
        var (first, third) = (await source.ApprovedAsync("第一天"), await source.ApprovedAsync("第三天"));
        await source.PlanAsync(group, Day("first", 1, first), Day("third", 3, third));
        await source.AdvanceAsync(TimeSpan.FromDays(1.5));
        var document = await source.ExportAsync();
        await using var target = await AppHost.StartAsync(new AppHostSetup { Clock = source.Now });

        await target.ImportAsync(document);
        await target.AdvanceAsync(TimeSpan.FromDays(3));

        Assert.Equal(["第三天"], await TextsAsync(target, group));
    }

    [Fact]
    public async Task Held_conversion_stays_held()
    {
        await using var source = await AppHost.StartAsync(new AppHostSetup());
        var group = await source.GroupAsync();
        var conversion = (await source.PlanAsync([group])).Id;
        (await source.PostAsync($"/api/conversions/{conversion}/hold", new JsonObject()))
            .Expecting(HttpStatusCode.OK);
        var document = await source.ExportAsync();
        await using var target = await AppHost.StartAsync(new AppHostSetup { Clock = source.Now });

        await target.ImportAsync(document);
        await target.AdvanceAsync(ConversionClient.LinkIn + TimeSpan.FromHours(1));

        Assert.Empty(await TextsAsync(target, group));
        Assert.Equal(
            "Held", (await target.GetAsync($"/api/conversions/{conversion}")).Json.GetProperty("state").GetString());
    }

    static JsonObject Day(string slot, int day, string content) => new()
    {
        ["id"] = slot,
        ["at"] = new JsonObject { ["type"] = "DayOffset", ["day"] = day, ["time"] = "10:00" },
        ["content"] = content,
    };

    // What was sent into the group, in order.
    static async Task<IEnumerable<string>> TextsAsync(AppHost app, string groupId) =>
        from delivery in await app.DeliveriesAsync(groupId)
        where delivery.State is DeliveryState.Sent && delivery.MemberId is null && delivery.Text.Length > 0
        orderby delivery.SentAt
        select delivery.Text;
}
