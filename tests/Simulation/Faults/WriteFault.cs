using Azure.Data.Tables;
using LocalRuntime.Tables.Entities;

namespace Simulation.Faults;

/// <summary>Changes the writes of the app to one table.</summary>
sealed class WriteFault(
    string name,
    string table,
    Func<EntityWrite, bool> applies,
    Func<EntityWrite, EntityWrite> alter) : IPlantedFault
{
    public string Name => name;

    public bool IsOfWeCom { get; init; }

    /// <summary>Writes to a row that the app does not read.</summary>
    public static EntityWrite ToWrongRow(EntityWrite write) =>
        write with
        {
            RowKey = $"astray-{write.RowKey}",
            Action = TableTransactionActionType.UpsertReplace,
            Condition = null,
        };

    /// <summary>Writes without comparing versions.</summary>
    public static EntityWrite WithoutCondition(EntityWrite write) =>
        write.Action switch
        {
            TableTransactionActionType.Add or TableTransactionActionType.UpdateReplace => write with
            {
                Action = TableTransactionActionType.UpsertReplace,
                Condition = null,
            },
            TableTransactionActionType.Delete => write with { Condition = EntityWrite.AnyVersion },
            _ => write,
        };

    /// <summary>Writes the document with a text replaced.</summary>
    public static EntityWrite WithText(EntityWrite write, string text, string replacement) =>
        write.Properties.TryGetValue("Document", out var document)
            ? write with
            {
                Properties = new Dictionary<string, object>(write.Properties)
                {
                    ["Document"] = ((string)document).Replace(text, replacement, StringComparison.Ordinal),
                },
            }
            : write;

    public static bool ContainsText(EntityWrite write, string text) =>
        write.Properties.TryGetValue("Document", out var document)
        && ((string)document).Contains(text, StringComparison.Ordinal);

    public IReadOnlyList<EntityWrite> AlterWrites(string target, IReadOnlyList<EntityWrite> writes) =>
        target == table ? [.. writes.Select(write => applies(write) ? alter(write) : write)] : writes;
}
