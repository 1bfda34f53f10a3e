using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using FunctionsApp.Insights.Rehearsals;
using FunctionsApp.Platform.Http;
using FunctionsApp.Transfer.Documents;

namespace Rehearsal.Plans;

/// <summary>The plans of a document, with what simulated people need to know of them.</summary>
sealed class RehearsedPlans
{
    const string WeCom = "WeCom";

    static readonly TimeZoneInfo DefaultZone = TimeZoneInfo.FindSystemTimeZoneById(BrandTime.DefaultZone);

    RehearsedPlans(byte[] json, PlansDocument document) => (Json, Document) = (json, document);

    /// <summary>The document as it was read.</summary>
    public byte[] Json { get; }

    public PlansDocument Document { get; }

    /// <summary>32 hexadecimal digits that name the document.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Json))[..32];

    public IReadOnlyList<GroupItem> Groups => Document.Groups ?? [];

    public IReadOnlyList<CampaignItem> Campaigns => Document.Campaigns ?? [];

    public IReadOnlyList<ConversionItem> Conversions => Document.Conversions ?? [];

    public IReadOnlyList<FlashSaleItem> FlashSales => Document.FlashSales ?? [];

    public IReadOnlyList<PushPlanItem> PushPlans => Document.PushPlans ?? [];

    public IReadOnlyList<StaffItem> Staff => Document.Staff ?? [];

    /// <summary>True for the capabilities of WeCom, false for a channel that does everything by itself.</summary>
    public bool IsOnWeCom => Document.Settings?.Channel == WeCom;

    public TimeZoneInfo Zone => Document.Settings?.TimeZone is { Length: > 0 } id
        && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? zone
            : DefaultZone;

    /// <summary>The plans of a document that an import has accepted.</summary>
    public static RehearsedPlans Read(byte[] json) =>
        new(json, JsonSerializer.Deserialize<PlansDocument>(json, ApiJson.Options)!);

    public GroupItem? FindGroup(string id) => Groups.FirstOrDefault(group => group.Id == id);

    public ContentPlanItem? FindContent(string? id) =>
        (Document.Content ?? []).FirstOrDefault(item => item.Id == id);

    public CampaignItem? FindCampaign(string id) => Campaigns.FirstOrDefault(campaign => campaign.Id == id);

    public ConversionItem? FindConversion(string id) => Conversions.FirstOrDefault(conversion => conversion.Id == id);

    public FlashSaleItem? FindFlashSaleOf(string groupId) => FlashSales.FirstOrDefault(sale =>
        (sale.Groups ?? []).Any(group => group.GroupId == groupId));

    /// <summary>The stock of a gift or a product that the plan sets; null where it sets none.</summary>
    public int? PlannedStock(RehearsalStockKind kind, string planId, string title) => kind switch
    {
        RehearsalStockKind.Gift => (FindCampaign(planId)?.Tiers ?? [])
            .FirstOrDefault(tier => tier.Reward?.Title == title)?.Reward?.Stock,
        RehearsalStockKind.Conversion => FindConversion(planId)?.Product?.Quantity,
        RehearsalStockKind.FlashSale => FlashSales.FirstOrDefault(sale => sale.Id == planId)?.Quantity,
        _ => throw new UnreachableException(),
    };

    /// <summary>The first and the last instant that the document names; null when it names none.</summary>
    public (DateTimeOffset First, DateTimeOffset Last)? FindPeriod()
    {
        List<DateTimeOffset> instants =
        [
            .. Campaigns.SelectMany(campaign => Present(campaign.OpensAt, campaign.ClosesAt)),
            .. Conversions.SelectMany(conversion =>
                Present(conversion.WarmUp?.At, conversion.LinkAt, conversion.ClosesAt)),
            .. FlashSales.SelectMany(sale =>
                Present([sale.OpensAt, .. (sale.Waves ?? []).Select(wave => wave.At), sale.ClosesAt])),
        ];
        return instants.Count == 0 ? null : (instants.Min(), instants.Max());
    }

    /// <summary>
    /// The settings of the app under which the plans were made, and those that only a rehearsal needs.
    /// </summary>
    public Dictionary<string, string?> ToSettings()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["TimeZone"] = Document.Settings?.TimeZone,
            ["ContentApproval:FourEyes"] = Document.Settings?.FourEyes is true ? "true" : null,
            ["AllowedLinkHosts"] = string.Join(',', Hosts()),
        };
        if (Document.Settings?.PushLimits is not { } limits) return settings;
        foreach (var (name, value) in JsonSerializer.SerializeToNode(limits, ApiJson.Options)!.AsObject())
            settings[$"Push:{name}"] = value?.ToString();
        return settings;
    }

    static IEnumerable<DateTimeOffset> Present(params IEnumerable<DateTimeOffset?> instants) =>
        instants.OfType<DateTimeOffset>();

    SortedSet<string> Hosts()
    {
        IEnumerable<string?> addresses =
        [
            .. Conversions.Select(conversion => conversion.Product?.Url),
            .. FlashSales.SelectMany(sale => sale.Waves ?? []).Select(wave => wave.Url),
            .. (Document.Content ?? []).SelectMany(item => item.Attachments ?? []).Select(attachment => attachment.Url),
        ];
        return new SortedSet<string>(
            from address in addresses
            where Uri.TryCreate(address, UriKind.Absolute, out _)
            select new Uri(address).IdnHost,
            StringComparer.Ordinal);
    }
}
