using Community.Selling;
using Community.Selling.Conversions;
using Community.Selling.Offers;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Selling.Offers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Selling.Conversions;

public sealed record ConversionReference(string ConversionId);

/// <summary>A conversion without its list of groups, and its groups with their arms.</summary>
public sealed record PreparedConversion(Conversion Conversion, IReadOnlyList<ConversionGroup> Groups);

/// <summary>An event that a conversion's orchestration received, and the orchestration's current instant.</summary>
public sealed record ConversionSignalInput(string ConversionId, string Event, DateTimeOffset At);

/// <summary>The activities of <see cref="ConversionOrchestrator"/>.</summary>
public sealed class ConversionActivities(
    ConversionStore conversions,
    GroupSaleStore groupSales,
    OfferSalesStore offerSales,
    ConversionResultService results)
{
    // The author of changes that arrive as events through the host's management routes.
    const string EventAuthor = "event";

    /// <summary>Stores the stock of the product and assigns each group to an arm.</summary>
    [Function(nameof(PrepareConversion))]
    public async Task<PreparedConversion> PrepareConversion(
        [ActivityTrigger] ConversionReference reference, [DurableClient] DurableTaskClient durable)
    {
        var conversion = await FindAsync(reference.ConversionId);
        await durable.PerformAsync(await SetStockAsync(conversion));
        var arms = ArmAssignment.Assign(conversion.GroupIds, conversion.HoldoutShare, conversion.Seed);
        return new PreparedConversion(
            conversion.WithoutGroups(),
            [.. arms.Select(group => new ConversionGroup(conversion.Id, group.GroupId, group.Arm))]);
    }

    /// <summary>
    /// Applies an event and makes every group read the conversion. An event of a stored change is a repeat.
    /// </summary>
    [Function(nameof(ApplyConversionSignal))]
    public async Task<Conversion> ApplyConversionSignal(
        [ActivityTrigger] ConversionSignalInput input, [DurableClient] DurableTaskClient durable)
    {
        var conversion = await CommandAsync(input) is { } command
            ? (await conversions.DecideAsync(input.ConversionId, command))!.After
            : await FindAsync(input.ConversionId);
        await groupSales.WriteAsync(conversion);
        await durable.PerformAsync([.. await SetStockAsync(conversion), .. NotifyGroups(conversion)]);
        return conversion.WithoutGroups();
    }

    /// <summary>Stores the results of the conversion. A repeat replaces them with the current ones.</summary>
    [Function(nameof(RecordConversionResults))]
    public async Task RecordConversionResults([ActivityTrigger] ConversionReference reference) =>
        await results.RecordAsync(await FindAsync(reference.ConversionId));

    async Task<ConversionCommand?> CommandAsync(ConversionSignalInput input) => input.Event switch
    {
        WorkflowEvents.Hold => new ConversionCommand.Hold(EventAuthor, input.At),
        WorkflowEvents.Resume => new ConversionCommand.Resume(MissedSteps.Run, EventAuthor, input.At),
        WorkflowEvents.Cancel => new ConversionCommand.Cancel(EventAuthor, input.At),
        WorkflowEvents.SoldOut when await offerSales.IsSoldOutAsync(OfferOf(input.ConversionId)) =>
            new ConversionCommand.SellOut(EventAuthor, input.At),
        _ => null,
    };

    // A conversion that is sold out is not notified again, because each notification would cause the next one.
    async Task<IReadOnlyList<DurableAction>> SetStockAsync(Conversion conversion)
    {
        if (conversion.SoldOutAt is not null || conversion.IsOver) return DurableAction.None;
        return await offerSales.SetStockAsync(
            OfferOf(conversion.Id), new OfferStock(conversion.Terms.Product.Quantity));
    }

    static IEnumerable<DurableAction> NotifyGroups(Conversion conversion) => conversion.GroupIds.Select(group =>
        new DurableAction.Raise(SellingInstanceIds.ConversionGroup(conversion.Id, group), WorkflowEvents.Edit));

    async Task<Conversion> FindAsync(string id) => (await conversions.FindAsync(id))!.Value;

    static OfferReference OfferOf(string id) => new(OfferKind.Conversion, id);
}

static class ConversionSummary
{
    /// <summary>
    /// The conversion without its list of groups, which would make every step of an orchestration larger.
    /// </summary>
    public static Conversion WithoutGroups(this Conversion conversion) => conversion with { GroupIds = [] };
}
