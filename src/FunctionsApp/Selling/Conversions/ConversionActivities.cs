using Community.Selling;
using Community.Selling.Conversions;
using Community.Selling.Offers;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Selling.Offers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Selling.Conversions;

/// <summary>Which conversion.</summary>
public sealed record ConversionReference(string ConversionId);

/// <summary>An event that a conversion's sequence heard, at its own instant.</summary>
public sealed record ConversionSignalInput(string ConversionId, string Event, DateTimeOffset At);

/// <summary>What the sequence of a whole conversion reads and does.</summary>
public sealed class ConversionActivities(ConversionStore conversions, OfferSalesStore offerSales, ConversionResults settlement)
{
    // Who changed a conversion by an event of the host's own management routes.
    const string ByEvent = "event";

    /// <summary>Notes how much there is to sell, and assigns each group its arm.</summary>
    [Function(nameof(PrepareConversion))]
    public async Task<IReadOnlyList<ConversionGroup>> PrepareConversion([ActivityTrigger] ConversionReference reference, [DurableClient] DurableTaskClient durable)
    {
        var conversion = await FindAsync(reference.ConversionId);
        await StockAsync(conversion, durable);
        return [.. ArmAssignment.Assign(conversion.GroupIds, conversion.HoldoutShare, conversion.Seed).Select(group => new ConversionGroup(conversion.Id, group.GroupId, group.Arm))];
    }

    /// <summary>The conversion as it stands, without its list of groups.</summary>
    [Function(nameof(ReadConversion))]
    public async Task<Conversion> ReadConversion([ActivityTrigger] ConversionReference reference) => (await FindAsync(reference.ConversionId)).WithoutGroups();

    /// <summary>Takes in an event (one that the operator's request stored before changes nothing more), and has every group read again.</summary>
    [Function(nameof(ApplyConversionSignal))]
    public async Task<Conversion> ApplyConversionSignal([ActivityTrigger] ConversionSignalInput input, [DurableClient] DurableTaskClient durable)
    {
        var conversion = await FindAsync(input.ConversionId);
        if (await CommandAsync(input) is { } command) conversion = (await conversions.DecideAsync(input.ConversionId, command))!.Value.After;
        await StockAsync(conversion, durable);
        await Task.WhenAll(conversion.GroupIds.Select(group =>
            durable.RaiseEventAsync(SellingInstanceIds.ConversionGroup(input.ConversionId, group), WorkflowEvents.Edit, "")));
        return conversion.WithoutGroups();
    }

    /// <summary>Writes what the conversion brought; again, with what came in since.</summary>
    [Function(nameof(RecordConversionResults))]
    public async Task RecordConversionResults([ActivityTrigger] ConversionReference reference) => await settlement.RecordAsync(await FindAsync(reference.ConversionId));

    async Task<ConversionCommand?> CommandAsync(ConversionSignalInput input) => input.Event switch
    {
        WorkflowEvents.Hold => new ConversionCommand.Hold(ByEvent, input.At),
        WorkflowEvents.Resume => new ConversionCommand.Resume(MissedSteps.Run, ByEvent, input.At),
        WorkflowEvents.Cancel => new ConversionCommand.Cancel(ByEvent, input.At),
        WorkflowEvents.SoldOut when await offerSales.IsSoldOutAsync(OfferOf(input.ConversionId)) => new ConversionCommand.SellOut(ByEvent, input.At),
        _ => null,
    };

    // Told of a sale that is sold out already, the sequence would be told so for ever.
    Task StockAsync(Conversion conversion, DurableTaskClient durable) => conversion.SoldOutAt is not null || conversion.IsOver
        ? Task.CompletedTask
        : offerSales.SetStockAsync(OfferOf(conversion.Id), new OfferStock(conversion.Terms.Product.Quantity), durable);

    async Task<Conversion> FindAsync(string id) => (await conversions.FindAsync(id))!.Value;

    static OfferReference OfferOf(string id) => new(OfferKind.Conversion, id);
}

static class ConversionSummary
{
    /// <summary>The conversion without its list of groups, which sequences would carry along in every step.</summary>
    public static Conversion WithoutGroups(this Conversion conversion) => conversion with { GroupIds = [] };
}
