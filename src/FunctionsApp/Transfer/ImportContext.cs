using Community.Acquisition.Campaigns;
using Community.Content;
using Community.Groups;
using Community.Pushes.Plans;
using Community.Selling.Conversions;
using Community.Transfer;
using FunctionsApp.Groups;
using FunctionsApp.Pushes.Plans;
using FunctionsApp.Transfer.Documents;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Transfer;

/// <summary>What the things of an import share.</summary>
/// <param name="Document">The document.</param>
/// <param name="Mode">How the import runs.</param>
/// <param name="Relation">What the brand of the document is to the store.</param>
/// <param name="By">Who imports, for histories.</param>
/// <param name="LinkBase">What the addresses of tracked links start with.</param>
/// <param name="Durable">Starts orchestrations.</param>
public sealed record ImportContext(
    PlansDocument Document,
    ImportMode Mode,
    BrandRelation Relation,
    string By,
    string LinkBase,
    DurableTaskClient Durable)
{
    /// <summary>The new things so far, which a dry run does not store.</summary>
    public NewThings New { get; } = new();

    /// <summary>True when what the slot names is part of the document.</summary>
    public bool Names(PushSlotBody slot) =>
        IsPart(slot.Content, Document.Content, item => item.Id)
        && IsPart(slot.At?.CampaignId, Document.Campaigns, item => item.Id)
        && IsPart(slot.At?.ConversionId, Document.Conversions, item => item.Id);

    /// <summary>Finds groups among the new things, and then among the stored ones.</summary>
    public GroupLookup LookUp(GroupStore stored) =>
        async id => New.Groups.TryGetValue(id, out var group) ? group : await stored.LookUpAsync(id);

    static bool IsPart<T>(string? id, IReadOnlyList<T>? things, Func<T, string?> idOf) =>
        id is null || things?.Any(thing => idOf(thing) == id) is true;
}

/// <summary>New things of a document by id. Those that come later in it may name them.</summary>
public sealed class NewThings
{
    public HashSet<string> Staff { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, ContentItem> Content { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Group> Groups { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Campaign> Campaigns { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Conversion> Conversions { get; } = new(StringComparer.Ordinal);

    /// <summary>The flash sales by the ids of their groups.</summary>
    public Dictionary<string, string> SaleOfGroup { get; } = new(StringComparer.Ordinal);

    public List<PushPlan> PushPlans { get; } = [];

    /// <summary>The poster ids by their codes.</summary>
    public Dictionary<string, string> PosterOfCode { get; } = new(StringComparer.Ordinal);
}
