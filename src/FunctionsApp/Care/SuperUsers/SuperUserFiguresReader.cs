using Community.Care.SuperUsers;
using Community.Trade.Orders;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Platform.Http;
using FunctionsApp.Trade.Buyers;

namespace FunctionsApp.Care.SuperUsers;

/// <summary>The figures of a person in all currencies.</summary>
public sealed record PersonFigures(IReadOnlyList<Spend> Spent, int Orders, int Credits, int ActiveDays)
{
    public SuperUserFigures In(string currency) => new(
        Spent.FirstOrDefault(spend => spend.Currency == currency)?.AmountMinor ?? 0, Orders, Credits, ActiveDays);
}

/// <summary>
/// Reads the figures of a person: four requests, and one for each of the first 20 campaigns in order of id. Where the
/// channel does not report messages, and before the first criteria that count active days, only days with orders are
/// active.
/// </summary>
public sealed class SuperUserFiguresReader(
    PurchaseStore purchases,
    ParticipationStore participations,
    StandingStore standings,
    ActiveDayStore activeDays,
    BrandTime time,
    TimeProvider clock)
{
    const int MaxCampaigns = 20;

    public async Task<PersonFigures> ReadAsync(string memberId)
    {
        var (readingTotals, readingCredits, readingDays) =
            (purchases.FindAsync(memberId), CountCreditsAsync(memberId), CountDaysAsync(memberId));
        var totals = await readingTotals;
        return new PersonFigures(
            totals?.Spent ?? [], totals?.Orders ?? 0, await readingCredits, await readingDays);
    }

    async Task<int> CountCreditsAsync(string memberId)
    {
        var campaigns = await participations.PageAsync(memberId, MaxCampaigns, continuation: null);
        var found = await Task.WhenAll(campaigns.Items.Select(id => standings.FindAsync(id, memberId)));
        return found.Sum(standing => standing?.Credits ?? 0);
    }

    async Task<int> CountDaysAsync(string memberId)
    {
        var now = clock.GetUtcNow();
        var today = time.DayOf(now);
        var reading = activeDays.ReadAsync(memberId, today.AddDays(1 - SuperUserRule.ActiveWindow));
        var paid = await purchases.PaidSinceAsync(memberId, now.AddDays(-SuperUserRule.ActiveWindow));
        return SuperUserFigures.CountDays([.. await reading, .. paid.Select(time.DayOf)], today);
    }
}
