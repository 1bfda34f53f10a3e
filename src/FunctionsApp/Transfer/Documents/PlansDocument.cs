using FunctionsApp.Acquisition.CampaignLifecycle;
using FunctionsApp.Content.Library;
using FunctionsApp.Groups;
using FunctionsApp.Pushes.Plans;
using FunctionsApp.Pushes.Sending;
using FunctionsApp.Selling.Conversions;
using FunctionsApp.Selling.FlashSales;

namespace FunctionsApp.Transfer.Documents;

/// <summary>
/// The plans of a brand that have not ended, in order of id: the response of <c>GET /api/export</c> and the body of
/// <c>POST /api/import</c>. Each thing has the fields of the request that creates it. Members, secrets, tokens and the
/// accounts of staff are not part of it. An absent list is an empty one.
/// </summary>
/// <param name="Schema">Always <c>community-plans</c>.</param>
/// <param name="Version">The version of the schema, 1.</param>
/// <param name="BrandId">The brand that the document comes from, 32 hexadecimal digits.</param>
/// <param name="Confidential">The fields that name people or lead into groups; an import does not read it.</param>
/// <param name="Settings">Settings that plans depend on; an import compares them and writes none.</param>
public sealed record PlansDocument(
    string? Schema,
    int? Version,
    string? BrandId,
    IReadOnlyList<string>? Confidential = null,
    PlanSettings? Settings = null,
    IReadOnlyList<StaffItem>? Staff = null,
    IReadOnlyList<ContentPlanItem>? Content = null,
    IReadOnlyList<GroupItem>? Groups = null,
    IReadOnlyList<CampaignItem>? Campaigns = null,
    IReadOnlyList<ConversionItem>? Conversions = null,
    IReadOnlyList<FlashSaleItem>? FlashSales = null,
    IReadOnlyList<PushPlanItem>? PushPlans = null)
{
    public const string SchemaName = "community-plans";

    public const int CurrentVersion = 1;

    /// <summary>The size of the largest document, in bytes of JSON.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>Join links, codes and the names of staff.</summary>
    public static IReadOnlyList<string> ConfidentialFields { get; } =
    [
        "staff[*].name",
        "content[*].author",
        "content[*].approvedBy",
        "content[*].acknowledgement.by",
        "groups[*].joinUrl",
        "groups[*].hold.by",
        "campaigns[*].acknowledgement.by",
        "campaigns[*].posters[*].code",
    ];
}

/// <summary>Settings that plans depend on.</summary>
public sealed record PlanSettings(string? TimeZone, string? Channel, bool? FourEyes, PushLimitsView? PushLimits);
