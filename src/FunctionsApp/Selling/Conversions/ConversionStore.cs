using System.Globalization;
using Azure.Data.Tables;
using Community.Selling.Conversions;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling.Conversions;

/// <summary>Conversions: one partition each, with a row a change, so that a change and its line in the audit are stored together.</summary>
public sealed class ConversionStore(ConversionsTable table, IdCatalog catalog, KeyedLock locks)
{
    const string Kind = "conversions";
    const string ConversionRow = "conversion";
    const string EditPrefix = "edit-";

    /// <summary>The conversion; null when there is none.</summary>
    public Task<Stored<Conversion>?> FindAsync(string id) => table.FindAsync<Conversion>(id, ConversionRow);

    /// <summary>Stores a new conversion; false, and the one that stands, when the id is taken.</summary>
    public async Task<(bool Made, Stored<Conversion> Conversion)> CreateAsync(Conversion conversion, string fingerprint)
    {
        await catalog.AddAsync(Kind, conversion.Id);
        var made = await table.TryAddAsync(Row.Add(conversion.Id, ConversionRow, conversion, fingerprint));
        return (made, (await FindAsync(conversion.Id))!);
    }

    /// <summary>One page of conversions, in order of id.</summary>
    public Task<Slice<Conversion>> PageAsync(int size, string? continuation) =>
        catalog.PageAsync(Kind, size, continuation, async id => (await FindAsync(id))?.Value);

    /// <summary>Every change, oldest first; there are at most <see cref="ConversionRules.MaxChanges"/> and a few more.</summary>
    public async Task<IReadOnlyList<ConversionEdit>> EditsAsync(string id) =>
        [.. (await table.AllAsync<ConversionEdit>(id, EditPrefix)).Select(edit => edit.Value)];

    /// <summary>Decides on the conversion and stores what came of it; null when there is none.</summary>
    public Task<(Conversion After, IReadOnlyList<ConversionEvent> Events)?> DecideAsync(string id, ConversionCommand command) => DecideAsync(id, _ => command);

    /// <summary>The same for a command that depends on how the conversion stands.</summary>
    public Task<(Conversion After, IReadOnlyList<ConversionEvent> Events)?> DecideAsync(string id, Func<Conversion, ConversionCommand> command) =>
        locks.RunAsync(id, () => table.RetryAsync<(Conversion, IReadOnlyList<ConversionEvent>)?>(async () =>
        {
            if (await FindAsync(id) is not { } read) return null;
            var events = ConversionRules.Decide(command(read.Value), read.Value);
            var after = events.Aggregate(read.Value, ConversionRules.Evolve);
            if (!ReferenceEquals(after, read.Value)) await table.CommitAsync([Row.Write(id, ConversionRow, after, read), .. Audit(id, read.Value.Changes, events)]);
            return (after, events);
        }));

    static IEnumerable<TableTransactionAction> Audit(string id, int changes, IEnumerable<ConversionEvent> events) => events
        .OfType<ConversionEvent.EditRecorded>()
        .Select((noted, index) => Row.Add(id, EditPrefix + (changes + index).ToString("d6", CultureInfo.InvariantCulture), noted.Edit));
}
