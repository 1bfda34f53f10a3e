using System.Buffers.Binary;
using Community.Groups;
using Community.Platform;
using Community.Selling.Conversions;
using FunctionsApp.Groups;
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
        var conversion = request.Body.ToConversion(request.Id, NewSeed, linkBase, clock.GetUtcNow());
        // A repeat is answered even after the instants have passed.
        if (await conversions.FindAsync(request.Id) is null && await FaultAsync(conversion) is { } refusal)
            return CreationResult.Refuse<Conversion>(Problems.From(refusal));
        var created = await conversions.CreateAsync(conversion, request.Fingerprint);
        // A repeat writes what the first request may not have written before it failed.
        if (created.Document.Fingerprint == request.Fingerprint) await groupSales.WriteAsync(created.Document.Value);
        return CreationResult.From(created);
    }

    int NewSeed() => BinaryPrimitives.ReadInt32LittleEndian(ids.NewBytes(sizeof(int))) & int.MaxValue;

    async Task<Refusal?> FaultAsync(Conversion conversion)
    {
        var terms = conversion.Terms;
        if (terms.WarmUp.At < conversion.CreatedAt) return Refusal.Invalid("warmUp.at", "must not be in the past.");
        if (terms.InstantFault is { } instant) return Refusal.Invalid(instant.Field, instant.Reason);
        if (ConversionTexts.Faults(terms, conversion.LinkBase) is [var text, ..])
            return Refusal.Invalid(text.Field, text.Reason);
        var found = await Task.WhenAll(conversion.GroupIds.Select(groups.FindAsync));
        var faults = conversion.GroupIds.Zip(found, (id, group) => GroupFault(id, group?.Value));
        return faults.OfType<string>().FirstOrDefault() is { } fault ? Refusal.Invalid("groupIds", fault) : null;
    }

    static string? GroupFault(string id, Group? group) => group switch
    {
        null => $"there is no group {id}.",
        { State: GroupState.Dissolving or GroupState.Dissolved } => $"{id} is {group.State}.",
        _ => null,
    };
}
