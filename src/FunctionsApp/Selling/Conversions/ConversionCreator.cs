using System.Buffers.Binary;
using Community.Groups;
using Community.Platform;
using Community.Selling;
using Community.Selling.Conversions;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling.Conversions;

/// <summary>Creates conversions for groups that exist.</summary>
public sealed class ConversionCreator(
    ConversionStore conversions, GroupSaleStore groupSales, GroupStore groups, IdSource ids, TimeProvider clock)
{
    /// <summary>
    /// The new conversion, the conversion that has the id, or the fault of the request. Links start with
    /// <paramref name="linkBase"/>.
    /// </summary>
    public async Task<CreationResult<Conversion>> CreateAsync(
        CreationRequest<CreateConversionRequest> request, string linkBase)
    {
        var conversion = Make(request.Body, request.Id, linkBase);
        // A repeat is answered even after the instants have passed.
        if (await conversions.FindAsync(request.Id) is null && await FaultAsync(conversion) is { } refusal)
            return CreationResult.Refuse<Conversion>(Problems.From(refusal));
        return CreationResult.From(await conversions.CreateAsync(conversion, request.Fingerprint));
    }

    /// <summary>The conversion of a body, as it would be stored now.</summary>
    public Conversion Make(CreateConversionRequest body, string id, string linkBase) =>
        body.ToConversion(id, NewSeed, linkBase, clock.GetUtcNow());

    /// <summary>
    /// Tells the groups of a stored conversion of it. The function performs the result, which starts its steps.
    /// </summary>
    public async Task<IReadOnlyList<DurableAction>> FollowAsync(Conversion conversion)
    {
        await groupSales.WriteAsync(conversion);
        return new DurableAction.Start(
            nameof(ConversionOrchestrator),
            SellingInstanceIds.Conversion(conversion.Id),
            new ConversionReference(conversion.Id)).UnlessOld(conversion.CreatedAt, clock.GetUtcNow());
    }

    /// <summary>The first fault of a new conversion, which may have begun; null when there is none.</summary>
    public static async Task<Refusal?> FindFaultAsync(Conversion conversion, GroupLookup lookUp)
    {
        var terms = conversion.Terms;
        if (terms.InstantFault is { } instant) return Refusal.Invalid(instant.Field, instant.Reason);
        if (ConversionTexts.Faults(terms, conversion.LinkBase) is [var text, ..])
            return Refusal.Invalid(text.Field, text.Reason);
        var found = await Task.WhenAll(conversion.GroupIds.Select(id => lookUp(id)));
        var faults = conversion.GroupIds.Zip(found, GroupFault);
        return faults.OfType<string>().FirstOrDefault() is { } fault ? Refusal.Invalid("groupIds", fault) : null;
    }

    int NewSeed() => BinaryPrimitives.ReadInt32LittleEndian(ids.NewBytes(sizeof(int))) & int.MaxValue;

    async Task<Refusal?> FaultAsync(Conversion conversion) => conversion.Terms.WarmUp.At < conversion.CreatedAt
        ? Refusal.Invalid("warmUp.at", "must not be in the past.")
        : await FindFaultAsync(conversion, groups.LookUpAsync);

    static string? GroupFault(string id, Group? group) => group switch
    {
        null => $"there is no group {id}.",
        { State: GroupState.Dissolving or GroupState.Dissolved } => $"{id} is {group.State}.",
        _ => null,
    };
}
