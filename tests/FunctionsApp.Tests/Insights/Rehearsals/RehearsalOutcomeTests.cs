using System.Net;
using Community.Insights.Rehearsals;
using Community.Selling.Offers;
using FunctionsApp.Insights.Rehearsals;
using FunctionsApp.Selling.Offers;
using FunctionsApp.Tests.Acquisition.Standings;
using FunctionsApp.Tests.Selling.Conversions;
using FunctionsApp.Tests.Selling.FlashSales;
using Microsoft.Extensions.DependencyInjection;
using static Community.Insights.Rehearsals.RehearsalVerdict;
using static FunctionsApp.Insights.Rehearsals.RehearsalScope;

namespace FunctionsApp.Tests.Insights.Rehearsals;

public sealed class RehearsalOutcomeTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Campaign_is_pending_until_it_has_settled()
    {
        var (campaign, group) = await app.DriveAsync(change: body => body["closesAt"] = app.Now.AddDays(2));
        var id = await app.KeepAsync(app.Report(
            RehearsalClient.Figure(Campaign, campaign, "joins", 2, 4),
            RehearsalClient.Figure(Campaign, campaign, "credits", 4, 9),
            RehearsalClient.Figure(Campaign, campaign, "participants", 0, 0),
            RehearsalClient.Figure(Campaign, campaign, "costMinor", 0, 0),
            RehearsalClient.Figure(Campaign, campaign, "smiles", 1, 2)));
        await app.InviteAsync(campaign, group, "ann", count: 3);
        Assert.Equal(
            [(3, Pending), (3, Pending), (1, Pending), (0, Pending), (null, Unknown)], await VerdictsAsync(id));

        await app.AdvanceAsync(TimeSpan.FromDays(2.5));
        Assert.Equal(Pending, (await VerdictsAsync(id))[0].Verdict);
        await app.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(
            [(3, Within), (3, Below), (1, Above), (0, Within), (null, Unknown)], await VerdictsAsync(id));
        var view = await app.GetCampaignAsync(campaign);
        Assert.Equal((3, 3, 1, 0), (view.Joins, view.Credits, view.Participants, view.CostMinor));
    }

    [Fact]
    public async Task Conversion_is_compared_by_the_sum_of_its_groups()
    {
        var groups = await app.GroupsAsync(2, members: 5);
        var plan = await app.PlanAsync(groups);
        var id = await app.KeepAsync(app.Report(
            RehearsalClient.Figure(Conversion, plan.Id, "orders", 2, 3),
            RehearsalClient.Figure(Conversion, plan.Id, "units", 5, 6),
            RehearsalClient.Figure(Conversion, plan.Id, "clicks", 0, 0),
            RehearsalClient.Figure(Conversion, plan.Id, "revenueMinor", 0, 59_699)));
        Assert.All(await VerdictsAsync(id), figure => Assert.Equal((0, Pending), figure));

        await app.AdvanceToAsync(plan.LinkAt);
        await app.OrderAsync(plan.Id, groups[0], $"{plan.Id}-1");
        await app.OrderAsync(plan.Id, groups[1], $"{plan.Id}-2", units: 2);
        await app.ClickAsync((await app.GetConversionAsync(plan.Id)).Groups[0].Link!);
        Assert.Equal([(2, Pending), (3, Pending), (1, Pending), (59_700, Pending)], await VerdictsAsync(id));
        await app.AdvanceToAsync(plan.ClosesAt.AddHours(2));

        Assert.Equal([(2, Within), (3, Below), (1, Above), (59_700, Above)], await VerdictsAsync(id));
    }

    [Fact]
    public async Task Flash_sale_is_pending_until_it_is_over()
    {
        var sale = await app.SaleAsync();
        var id = await app.KeepAsync(app.Report(
            RehearsalClient.Figure(FlashSale, sale.Id, "orders", 1, 1),
            RehearsalClient.Figure(FlashSale, sale.Id, "units", 4, 9),
            RehearsalClient.Figure(FlashSale, sale.Id, "revenueMinor", 0, 9_899)));
        await app.AdvanceAsync(TimeSpan.FromHours(2));
        await app.Services.GetRequiredService<OfferSalesStore>().RecordAsync(
            new OfferReference(OfferKind.FlashSale, sale.Id),
            new OfferSale($"tea/{sale.Id}", sale.GroupId, null, 2, 9_900, 0, "CNY", Counts: true, app.Now));
        Assert.Equal([(1, Pending), (2, Pending), (9_900, Pending)], await VerdictsAsync(id));

        await app.AdvanceToAsync(sale.ClosesAt);

        Assert.Equal([(1, Within), (2, Below), (9_900, Above)], await VerdictsAsync(id));
    }

    [Fact]
    public async Task Members_of_a_group_are_those_at_the_end_of_the_rehearsal()
    {
        var group = Assert.Single(await app.GroupsAsync(1, members: 3));
        var id = await app.KeepAsync(RehearsalClient.Report(
            app.Now, app.Now.AddHours(6), RehearsalClient.Figure(Group, group, "members", 3, 5)));
        var before = await app.OutcomeAsync(id);
        Assert.Equal((false, app.Now), (before.IsOver, before.AsOf));
        Assert.Equal((3, Pending), Verdict(Assert.Single(before.Figures)));

        await app.AdvanceAsync(TimeSpan.FromHours(6));

        var after = await app.OutcomeAsync(id);
        Assert.True(after.IsOver);
        Assert.Equal((3, Within), Verdict(Assert.Single(after.Figures)));
    }

    [Fact]
    public async Task Nothing_is_known_of_the_brand_of_push_plans_and_of_things_that_do_not_exist()
    {
        var id = await app.KeepAsync(app.Report(
            RehearsalClient.Figure(Brand, null, "messages", 1, 2),
            RehearsalClient.Figure(PushPlan, "daily", "sent", 1, 2),
            RehearsalClient.Figure(Campaign, "nowhere", "joins", 1, 2),
            RehearsalClient.Figure(Conversion, "a/b?#", "orders", 1, 2),
            RehearsalClient.Figure(FlashSale, "nowhere", "orders", 1, 2),
            RehearsalClient.Figure(Group, "nowhere", "members", 1, 2)));

        Assert.Equal(Enumerable.Repeat<(double?, RehearsalVerdict)>((null, Unknown), 6), await VerdictsAsync(id));
    }

    [Fact]
    public async Task Things_after_the_first_200_are_left_out()
    {
        var figures = Enumerable.Range(0, 201)
            .SelectMany(n => new[] { "joins", "credits" }.Select(name =>
                RehearsalClient.Figure(Campaign, $"campaign-{n}", name, 0, 1)))
            .Append(RehearsalClient.Figure(Brand, null, "messages", 1, 2));
        var id = await app.KeepAsync(app.Report(figures));

        var outcome = await app.OutcomeAsync(id);

        Assert.True(outcome.IsCut);
        Assert.Equal(401, outcome.Figures.Count);
        Assert.DoesNotContain(outcome.Figures, figure => figure.Id == "campaign-200");
    }

    async Task<IReadOnlyList<(double? Actual, RehearsalVerdict Verdict)>> VerdictsAsync(string id) =>
        [.. (await app.OutcomeAsync(id)).Figures.Select(Verdict)];

    static (double? Actual, RehearsalVerdict Verdict) Verdict(RehearsalOutcomeFigure figure) =>
        (figure.Actual, figure.Verdict);
}
