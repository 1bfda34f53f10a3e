using System.Net;
using FunctionsApp.Insights.Cohorts;
using FunctionsApp.Tests.Trade.Shops;

namespace FunctionsApp.Tests.Insights.Cohorts;

public sealed class CohortTests(ShopHost app) : IClassFixture<ShopHost>
{
    [Fact]
    public async Task Members_are_counted_by_the_month_of_their_first_order()
    {
        var group = await app.GroupAsync(kind: "NewBuyer");
        var (loyal, once, never) = (app.NewId("u"), app.NewId("u"), app.NewId("u"));
        foreach (var member in new[] { loyal, once, never }) await app.JoinAsync(group, member);
        await BuyAsync(loyal, "a", -100, 990);
        await BuyAsync(loyal, "b", -50, 5_900);
        await BuyAsync(once, "c", -20, 990);

        var view = await GetAsync(group);

        Assert.Equal((1, false), (view.WithoutOrder, view.IsCut));
        Assert.Equal(
            [new DateOnly(2026, 8, 1), new DateOnly(2026, 11, 1)], view.Cohorts.Select(cohort => cohort.Month));
        Assert.Equal(
            [(30, true, 0, 0.0), (60, true, 1, 1.0), (90, true, 1, 1.0)],
            view.Cohorts[0].Windows.Select(w => (w.Days, w.Mature, w.Repurchased, w.UpgradeShare)));
        Assert.All(view.Cohorts[1].Windows, window => Assert.False(window.Mature));
    }

    [Fact]
    public async Task Invitation_of_somebody_who_joined_is_a_referral_and_a_refunded_order_does_not_count()
    {
        var group = await app.GroupAsync(kind: "NewBuyer");
        var (inviter, invited, refunded) = (app.NewId("u"), app.NewId("u"), app.NewId("u"));
        await app.JoinAsync(group, inviter);
        await BuyAsync(inviter, "d", -5, 990);
        await app.BringAsync(group, invited, inviter);
        await app.JoinAsync(group, refunded);
        await BuyAsync(refunded, "e", -5, 990);
        await app.SendStandardAsync(SampleShopMessages.Refunded($"e-{refunded}", app.Now, 990));

        var view = await GetAsync(group);

        var cohort = Assert.Single(view.Cohorts);
        Assert.Equal((1, 1, 2), (cohort.Members, cohort.Windows[0].Referred, view.WithoutOrder));
    }

    [Fact]
    public async Task Unknown_group_is_400()
    {
        (await app.GetAsync("/api/insights/cohorts")).ExpectingInvalid("groupId");
        (await app.GetAsync("/api/insights/cohorts?groupId=none")).ExpectingInvalid("groupId");
    }

    Task BuyAsync(string member, string order, int days, long amount) => app.SendStandardAsync(SampleShopMessages.Paid(
        $"{order}-{member}", app.Now.AddDays(days), amount, memberId: member, buyer: $"b-{member}"));

    async Task<GroupCohortsView> GetAsync(string group) =>
        (await app.GetAsync($"/api/insights/cohorts?groupId={group}")).Expecting(HttpStatusCode.OK)
            .As<GroupCohortsView>();
}
