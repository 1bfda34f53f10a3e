using Community.Insights.Cohorts;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Insights.Cohorts;

/// <summary>What new buyers of a group do after their first order.</summary>
public sealed class CohortEndpoint(GroupStore groups, CohortReader reader, BrandTime time, TimeProvider clock)
{
    /// <summary>
    /// Present and former members of a group by the local month of their first order, the earliest first, with those
    /// who ordered again (复购), ordered for more (升单) and invited somebody who joined (转介绍) within 30, 60 and 90
    /// days. A window that is not <c>mature</c> can still grow. Of a group with more than 1,000 members <c>isCut</c> is
    /// true and the rest is left out. 400 without a group and for an unknown one.
    /// </summary>
    [Function("GroupCohorts")]
    [Response<GroupCohortsView>]
    [Query<string>("groupId", "The group.", IsRequired = true)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/insights/cohorts")] HttpRequest request)
    {
        if (QueryFields.Text(request, "groupId") is not { } groupId)
            return Problems.Invalid("groupId", "is missing.");
        if (await groups.FindAsync(groupId) is null)
            return Problems.Invalid("groupId", $"there is no group {groupId}.");
        var (members, isCut) = await reader.ReadAsync(groupId);
        var cohorts = CohortRules.Build(members, time.Zone, clock.GetUtcNow());
        return ApiJson.Json(GroupCohortsView.From(groupId, cohorts, members.Count, isCut));
    }
}

/// <summary><c>withoutOrder</c> counts the members who never ordered and are in no cohort.</summary>
public sealed record GroupCohortsView(
    string GroupId, IReadOnlyList<CohortView> Cohorts, int WithoutOrder, bool IsCut)
{
    public static GroupCohortsView From(string groupId, IReadOnlyList<Cohort> cohorts, int members, bool isCut) => new(
        groupId,
        [.. cohorts.Select(CohortView.From)],
        members - cohorts.Sum(cohort => cohort.Members),
        isCut);
}

/// <summary>A cohort; <c>month</c> is the first day of the local month.</summary>
public sealed record CohortView(DateOnly Month, int Members, IReadOnlyList<CohortWindowView> Windows)
{
    public static CohortView From(Cohort cohort) =>
        new(cohort.Month, cohort.Members, [.. cohort.Windows.Select(CohortWindowView.From)]);
}

/// <summary>What a cohort did within so many days after the first order; shares are 0 to 1.</summary>
public sealed record CohortWindowView(
    int Days,
    bool Mature,
    int Repurchased,
    double RepurchaseShare,
    int Upgraded,
    double UpgradeShare,
    int Referred,
    double ReferralShare)
{
    public static CohortWindowView From(CohortWindow window) => new(
        window.Days,
        window.IsMature,
        window.Repurchased,
        window.RepurchaseShare,
        window.Upgraded,
        window.UpgradeShare,
        window.Referred,
        window.ReferralShare);
}
