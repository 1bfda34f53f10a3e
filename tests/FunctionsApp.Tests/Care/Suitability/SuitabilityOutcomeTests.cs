using System.Net;
using System.Text.Json.Nodes;
using Community.Groups;
using Community.Platform;
using Community.Selling.Offers;
using FunctionsApp.Care.Suitability;
using FunctionsApp.Selling.Offers;
using FunctionsApp.Tests.Groups;
using FunctionsApp.Tests.Platform.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Care.Suitability;

public sealed class SuitabilityOutcomeTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Groups_are_compared_with_the_advice_by_what_they_brought()
    {
        var assessed = await app.AssessAsync();
        var regulars = await app.GroupAsync();
        var flash = await app.GroupAsync(kind: "Flash", endsAt: app.Now.AddDays(1));
        var planned = await app.GroupAsync(kind: "Delivery", joinUrl: null);
        foreach (var member in (string[])["u1", "u2", "u3"]) await app.JoinAsync(regulars, member);
        await app.LeaveAsync(regulars, "u3");
        await app.AdvanceAsync(TimeSpan.FromDays(2.5));
        await SellAsync(OfferKind.Conversion, regulars, 9_900, "CNY");
        await SellAsync(OfferKind.Content, regulars, 500, "JPY");
        await SellAsync(OfferKind.FlashSale, flash, 100, "CNY");

        var named = (await app.NameGroupsAsync(assessed.Id, [regulars, flash, planned]))
            .Expecting(HttpStatusCode.OK)
            .As<SuitabilityView>();

        var outcome = named.Outcome!;
        Assert.Equal((app.Now, "小周"), (outcome.AsOf, named.GroupsNamedBy));
        Assert.Equal([regulars, flash, planned], outcome.Groups.Select(group => group.GroupId));
        var first = outcome.Groups[0];
        Assert.Equal(
            (GroupKind.SuperUser, true, GroupState.Open, 2, 2, 3, 2),
            (first.Kind, first.IsRecommended, first.State, first.DaysLived, first.Members, first.Joined, first.Orders));
        Assert.Equal(MoneyByCurrency.Of(9_900, "CNY").Add(500, "JPY"), first.Revenue);
        Assert.False(outcome.Groups[1].IsRecommended);
        Assert.Equal(
            (GroupState.Planned, null, null),
            (outcome.Groups[2].State, outcome.Groups[2].OpenedAt, outcome.Groups[2].DaysLived));
        Assert.Equal(
            [GroupKind.Flash, GroupKind.NewBuyer, GroupKind.SuperUser, GroupKind.Delivery],
            outcome.Kinds.Select(kind => kind.Kind));
        Assert.Equal([1, 0, 1, 1], outcome.Kinds.Select(kind => kind.Totals.Groups));
        Assert.Equal((3, 3, 3), (outcome.Totals.Groups, outcome.Totals.Orders, outcome.Totals.Joined));
        Assert.Equal(MoneyByCurrency.Of(10_000, "CNY").Add(500, "JPY"), outcome.Totals.Revenue);
    }

    [Fact]
    public async Task Groups_replace_those_before()
    {
        var assessed = await app.AssessAsync();
        var (first, second) = (await app.GroupAsync(), await app.GroupAsync());
        await app.NameGroupsAsync(assessed.Id, [first, second]);
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        (await app.NameGroupsAsync(assessed.Id, [second], "小陈")).Expecting(HttpStatusCode.OK);

        var read = await app.AssessmentAsync(assessed.Id);
        Assert.Equal(second, Assert.Single(read.GroupIds));
        Assert.Equal(("小陈", app.Now), (read.GroupsNamedBy, read.GroupsNamedAt));
        (await app.NameGroupsAsync(assessed.Id, [])).Expecting(HttpStatusCode.OK);
        Assert.Null((await app.AssessmentAsync(assessed.Id)).Outcome);
    }

    [Fact]
    public async Task Same_groups_again_change_nothing()
    {
        var assessed = await app.AssessAsync();
        var group = await app.GroupAsync();
        await app.NameGroupsAsync(assessed.Id, [group]);
        var namedAt = app.Now;
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        (await app.NameGroupsAsync(assessed.Id, [group], "小陈")).Expecting(HttpStatusCode.OK);

        var read = await app.AssessmentAsync(assessed.Id);
        Assert.Equal(("小周", namedAt), (read.GroupsNamedBy, read.GroupsNamedAt));
    }

    [Fact]
    public async Task Dissolved_group_keeps_the_days_that_it_lived()
    {
        var assessed = await app.AssessAsync();
        var group = await app.GroupAsync();
        await app.AdvanceAsync(TimeSpan.FromDays(1));
        await app.EndGroupAsync(group);
        await app.DissolvedAsync(group);
        await app.AdvanceAsync(TimeSpan.FromDays(5));
        await app.NameGroupsAsync(assessed.Id, [group]);

        var outcome = Assert.Single((await app.AssessmentAsync(assessed.Id)).Outcome!.Groups);

        Assert.Equal((GroupState.Dissolved, 1), (outcome.State, outcome.DaysLived));
    }

    [Fact]
    public async Task Unknown_group_is_named_by_its_index()
    {
        var assessed = await app.AssessAsync();

        (await app.NameGroupsAsync(assessed.Id, [await app.GroupAsync(), "nowhere"])).Names("groupIds[1]");

        Assert.Empty((await app.AssessmentAsync(assessed.Id)).GroupIds);
    }

    [Theory]
    [InlineData("""{"by":"小周"}""", "groupIds")]
    [InlineData("""{"groupIds":null,"by":"小周"}""", "groupIds")]
    [InlineData("""{"groupIds":["tea-1","tea-1"],"by":"小周"}""", "groupIds")]
    [InlineData("""{"groupIds":["Tea"],"by":"小周"}""", "groupIds[0]")]
    [InlineData("""{"groupIds":[null],"by":"小周"}""", "groupIds[0]")]
    [InlineData("""{"groupIds":[]}""", "by")]
    [InlineData("""{"groupIds":[],"by":""}""", "by")]
    public async Task Bad_groups_are_refused_by_path(string body, string field)
    {
        var assessed = await app.AssessAsync();

        var refused = await app.SendAsync(
            HttpMethod.Put, $"{SuitabilityClient.Path}/{assessed.Id}/groups", AppHost.Json(JsonNode.Parse(body)!));

        refused.Names(field);
    }

    [Fact]
    public async Task More_than_20_groups_are_refused()
    {
        var assessed = await app.AssessAsync();

        (await app.NameGroupsAsync(assessed.Id, Enumerable.Range(0, 21).Select(n => $"group-{n}"))).Names("groupIds");
    }

    [Fact]
    public async Task Groups_of_an_older_version_are_412()
    {
        var assessed = await app.AssessAsync();
        var path = $"{SuitabilityClient.Path}/{assessed.Id}";
        using var read = await app.Client.GetAsync(path);
        var group = await app.GroupAsync();
        await app.NameGroupsAsync(assessed.Id, [group]);

        var stale = await app.SendAsync(
            HttpMethod.Put,
            $"{path}/groups",
            AppHost.Json(new JsonObject { ["groupIds"] = new JsonArray(), ["by"] = "小陈" }),
            ("If-Match", read.Headers.ETag!.ToString()));

        stale.IsProblem(HttpStatusCode.PreconditionFailed);
        Assert.Equal(group, Assert.Single((await app.AssessmentAsync(assessed.Id)).GroupIds));
    }

    async Task SellAsync(OfferKind kind, string group, long amountMinor, string currency) =>
        await app.Services.GetRequiredService<OfferSalesStore>().RecordAsync(
            new OfferReference(kind, app.NewId("offer")),
            new OfferSale(
                app.NewId("order"), group, MemberId: null, 1, amountMinor, 0, currency, Counts: true, app.Now));
}
