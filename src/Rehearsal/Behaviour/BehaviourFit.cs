using System.Globalization;
using System.Text.Json;

namespace Rehearsal.Behaviour;

/// <summary>
/// Fits behaviour to figures of the brand: a JSON list of answers of <c>GET /api/campaigns/{id}</c> and
/// <c>GET /api/conversions/{id}</c>. Each default counts as much as 50 people, so that few figures change little.
/// </summary>
static class BehaviourFit
{
    const double PriorWeight = 50;
    const string Holdout = "Holdout";

    public static PeopleBehaviour Fit(PeopleBehaviour behaviour, string json, Action<string> refuse)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException failure)
        {
            refuse($"is not JSON: {failure.Message}");
            return behaviour;
        }

        using (document)
        {
            if (document.RootElement.ValueKind is not JsonValueKind.Array)
            {
                refuse("must be a list of campaigns and conversions.");
                return behaviour;
            }

            var counts = new Dictionary<string, (double Chosen, double Asked)>(StringComparer.Ordinal);
            foreach (var (item, index) in document.RootElement.EnumerateArray().Select((item, index) => (item, index)))
            {
                if (IsCampaign(item)) AddCampaign(item, counts);
                else if (IsConversion(item)) AddConversion(item, counts);
                else refuse(FormattableString.Invariant($"[{index}]: is neither a campaign nor a conversion."));
            }

            return counts.Aggregate(behaviour, (fitted, count) => Apply(fitted, count.Key, count.Value));
        }
    }

    static PeopleBehaviour Apply(PeopleBehaviour behaviour, string name, (double Chosen, double Asked) count)
    {
        if (count.Asked <= 0) return behaviour;
        var prior = behaviour.Parameters[name].Value;
        var share = (Math.Min(count.Chosen, count.Asked) + (PriorWeight * prior)) / (count.Asked + PriorWeight);
        return behaviour.With(
            name,
            Math.Round(share, 4),
            string.Create(CultureInfo.InvariantCulture, $"the brand's figures: {count.Chosen} of {count.Asked}"));
    }

    static bool IsCampaign(JsonElement item) =>
        item.ValueKind is JsonValueKind.Object && item.TryGetProperty("graceHours", out _);

    static bool IsConversion(JsonElement item) =>
        item.ValueKind is JsonValueKind.Object && item.TryGetProperty("holdoutShare", out _);

    // Who qualified completed the task; the other participants began it.
    static void AddCampaign(JsonElement campaign, Dictionary<string, (double Chosen, double Asked)> counts)
    {
        if (Number(campaign, "joins") is not { } joins) return;
        if (Number(campaign, "participants") is not { } participants) return;
        if (campaign.TryGetProperty("target", out var target) && target.ValueKind is JsonValueKind.Object
            && Number(campaign, "qualified") is { } qualified)
        {
            Add(counts, "people.completesSharing", qualified, joins);
            Add(counts, "people.startsSharing", participants - qualified, joins - qualified);
        }
        else
        {
            Add(counts, "people.completesSharing", participants, joins);
        }
    }

    static void AddConversion(JsonElement conversion, Dictionary<string, (double Chosen, double Asked)> counts)
    {
        foreach (var group in conversion.GetProperty("groups").EnumerateArray())
        {
            if (!group.TryGetProperty("outcome", out var outcome)) continue;
            if (outcome.ValueKind is not JsonValueKind.Object) continue;
            var isHoldout = group.TryGetProperty("arm", out var arm) && arm.GetString() == Holdout;
            Add(
                counts,
                isHoldout ? "people.clicksWithoutWarmUp" : "people.clicksWarmedUp",
                Number(outcome, "clicks") ?? 0,
                Number(outcome, "delivered") ?? 0);
            Add(counts, "people.buysAfterClick", Number(outcome, "orders") ?? 0, Number(outcome, "clicks") ?? 0);
        }
    }

    static void Add(
        Dictionary<string, (double Chosen, double Asked)> counts, string name, double chosen, double asked)
    {
        var sum = counts.GetValueOrDefault(name);
        counts[name] = (sum.Chosen + Math.Max(0, chosen), sum.Asked + Math.Max(0, asked));
    }

    static double? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number
            ? value.GetDouble()
            : null;
}
