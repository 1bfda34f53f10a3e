using System.Globalization;
using Azure.Data.Tables;
using Community.Selling.Conversions;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling.Conversions;

/// <summary>Conversions. One transaction stores a change and its entry in the audit.</summary>
public sealed class ConversionStore(ConversionsTable table, IdCatalog catalog, KeyedLock locks)
{
    const string EditPrefix = "edit-";

    readonly DecidedDocument<Conversion, ConversionCommand, ConversionEvent> documents = new(
        table, catalog, locks, new("conversions", "conversion", ConversionRules.Decide, ConversionRules.Evolve));

    /// <inheritdoc cref="DecidedDocument{TState, TCommand, TEvent}.FindAsync" />
    public Task<Stored<Conversion>?> FindAsync(string id) => documents.FindAsync(id);

    /// <inheritdoc cref="DecidedDocument{TState, TCommand, TEvent}.CreateAsync" />
    public Task<(bool IsNew, Stored<Conversion> Document)> CreateAsync(Conversion conversion, string fingerprint) =>
        documents.CreateAsync(conversion.Id, conversion, fingerprint);

    /// <summary>One page of conversions in order of id.</summary>
    public Task<Slice<Conversion>> PageAsync(int size, string? continuation) => documents.PageAsync(size, continuation);

    /// <summary>
    /// The audit, oldest entry first. It has little more than <see cref="ConversionRules.MaxChanges"/> entries.
    /// </summary>
    public async Task<IReadOnlyList<ConversionEdit>> EditsAsync(string id) =>
        [.. (await table.AllAsync<ConversionEdit>(id, EditPrefix)).Select(edit => edit.Value)];

    /// <summary>Decides on the conversion and stores the result; null when there is no conversion of that id.</summary>
    public Task<Decided<Conversion, ConversionEvent>?> DecideAsync(string id, ConversionCommand command) =>
        DecideAsync(id, _ => command);

    /// <summary>The same for a command that depends on the stored conversion.</summary>
    public Task<Decided<Conversion, ConversionEvent>?> DecideAsync(
        string id, Func<Conversion, ConversionCommand> command, ExpectedVersion? expected = null) =>
        documents.DecideAsync(id, command, AuditRows, expected);

    static IEnumerable<TableTransactionAction> AuditRows(Conversion before, IReadOnlyList<ConversionEvent> events) =>
        events.OfType<ConversionEvent.EditRecorded>().Select((recorded, index) =>
            Row.Add(before.Id, EditRow(before.Changes + index), recorded.Edit));

    static string EditRow(int number) => EditPrefix + number.ToString("d6", CultureInfo.InvariantCulture);
}
