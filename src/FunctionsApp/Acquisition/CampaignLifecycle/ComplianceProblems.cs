using Community.Acquisition.Campaigns;
using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Acquisition.CampaignLifecycle;

/// <summary>The problem of a campaign whose texts break rules of the platform.</summary>
static class ComplianceProblems
{
    /// <summary>
    /// 400 with the findings by field; null without findings, and when an operator acknowledged them.
    /// </summary>
    public static IResult? Find(Campaign campaign) =>
        campaign is { Findings.Count: > 0, Acknowledgement: null } ? Problems.Invalid(ByField(campaign)) : null;

    static Dictionary<string, string[]> ByField(Campaign campaign) => campaign.Findings
        .GroupBy(finding => finding.Field, StringComparer.Ordinal)
        .ToDictionary(field => field.Key, field => field.Select(Describe).ToArray(), StringComparer.Ordinal);

    static string Describe(Finding finding) =>
        $"“{finding.Words}”: {finding.Rule}, {finding.Reason}. "
        + "Whoever may break the rule says so in acknowledgement.";
}
