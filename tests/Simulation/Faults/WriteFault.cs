using Azure.Data.Tables;
using LocalRuntime.Tables.Entities;

namespace Simulation.Faults;

/// <summary>The app asks for other writes to a table than it should.</summary>
sealed class WriteFault(string name, string table, Func<EntityWrite, bool> concerned, Func<EntityWrite, EntityWrite> alter) : IPlantedFault
{
    public string Name => name;

    /// <summary>To a row where nobody looks.</summary>
    public static EntityWrite Astray(EntityWrite write) =>
        write with { RowKey = $"astray-{write.RowKey}", Action = TableTransactionActionType.UpsertReplace, Condition = null };

    /// <summary>Whatever stands there by now.</summary>
    public static EntityWrite Blindly(EntityWrite write) => write.Action switch
    {
        TableTransactionActionType.Add or TableTransactionActionType.UpdateReplace => write with { Action = TableTransactionActionType.UpsertReplace, Condition = null },
        TableTransactionActionType.Delete => write with { Condition = EntityWrite.AnyVersion },
        _ => write,
    };

    /// <summary>With other words.</summary>
    public static EntityWrite Saying(EntityWrite write, string said, string instead) => write.Properties.TryGetValue("Document", out var document)
        ? write with { Properties = new Dictionary<string, object>(write.Properties) { ["Document"] = ((string)document).Replace(said, instead, StringComparison.Ordinal) } }
        : write;

    public static bool Says(EntityWrite write, string words) =>
        write.Properties.TryGetValue("Document", out var document) && ((string)document).Contains(words, StringComparison.Ordinal);

    public IReadOnlyList<EntityWrite> Alter(string of, IReadOnlyList<EntityWrite> writes) =>
        of == table ? [.. writes.Select(write => concerned(write) ? alter(write) : write)] : writes;
}
