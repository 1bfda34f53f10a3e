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
    public static IResult? Find(Campaign campaign) => campaign is { Findings.Count: > 0, Acknowledgement: null }
        ? Problems.Invalid(campaign.Findings.Select(finding => finding.ToRefusal()))
        : null;
}
