using System.Globalization;
using Azure.Data.Tables;
using Community.Care.Crises;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Care.Crises;

/// <summary>Crises, and in the same partition what they consist of.</summary>
public sealed class CrisisStore(CrisesTable table, IdCatalog catalog, KeyedLock locks)
{
    const string CatalogKind = "crises";
    const string CrisisRow = "crisis";
    const string EntryPrefix = "entry-";
    const string StatementPrefix = "statement-";
    const string PersonPrefix = "person-";

    readonly DecidedDocument<Crisis, CrisisCommand, CrisisEvent> documents =
        new(table, catalog, locks, new(CatalogKind, CrisisRow, CrisisRules.Decide, CrisisRules.Evolve));

    /// <summary>The crisis; null when there is none.</summary>
    public Task<Stored<Crisis>?> FindAsync(string id) => documents.FindAsync(id);

    /// <summary>Stores a new crisis, or finds the one that has the id.</summary>
    public Task<(bool IsNew, Stored<Crisis> Document)> CreateAsync(Crisis crisis, string fingerprint) =>
        documents.CreateAsync(crisis.Id, crisis, fingerprint);

    /// <summary>One page of crises in order of id.</summary>
    public Task<Slice<Crisis>> PageAsync(int size, string? continuation) => documents.PageAsync(size, continuation);

    /// <summary>Decides on the crisis and stores the result; null when there is no such crisis.</summary>
    public Task<Decided<Crisis, CrisisEvent>?> DecideAsync(string id, CrisisCommand command) =>
        documents.DecideAsync(id, _ => command, RowsOf);

    /// <summary>The entries after the first, the earliest first.</summary>
    public Task<IReadOnlyList<CrisisEntry>> EntriesAsync(string id) => AllAsync<CrisisEntry>(id, EntryPrefix);

    /// <summary>The statement; null when there is none.</summary>
    public async Task<CrisisStatement?> FindStatementAsync(string id, string key) =>
        (await table.FindAsync<CrisisStatement>(id, StatementPrefix + key))?.Value;

    public Task<IReadOnlyList<CrisisPerson>> PeopleAsync(string id) => AllAsync<CrisisPerson>(id, PersonPrefix);

    /// <summary>Deletes the people and the timeline of a resolved crisis.</summary>
    public async Task ForgetEvidenceAsync(string id)
    {
        await DecideAsync(id, new CrisisCommand.ForgetEvidence());
        await table.DeleteAllAsync(id, PersonPrefix);
        await table.DeleteAllAsync(id, EntryPrefix);
    }

    async Task<IReadOnlyList<T>> AllAsync<T>(string id, string prefix) =>
        [.. (await table.AllAsync<T>(id, prefix)).Select(row => row.Value)];

    static IEnumerable<TableTransactionAction> RowsOf(Crisis before, IReadOnlyList<CrisisEvent> events)
    {
        var number = before.Entries;
        foreach (var happened in events)
        {
            switch (happened)
            {
                case CrisisEvent.EntryAdded { Entry: var entry }:
                    yield return Row.Add(before.Id, EntryKey(++number), entry);
                    break;
                case CrisisEvent.Recorded { Entry: var entry }:
                    yield return Row.Add(before.Id, EntryKey(++number), entry);
                    break;
                case CrisisEvent.StatementPublished { Statement: var statement }:
                    yield return Row.Put(before.Id, StatementPrefix + statement.Key, statement);
                    break;
                case CrisisEvent.PersonNamed { Person: var person }:
                    yield return Row.Put(before.Id, PersonPrefix + person.MemberId, person);
                    break;
            }
        }
    }

    static string EntryKey(int number) => EntryPrefix + number.ToString("D6", CultureInfo.InvariantCulture);
}
