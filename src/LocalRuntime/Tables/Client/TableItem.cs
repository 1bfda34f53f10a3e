namespace Azure.Data.Tables.Models;

/// <summary>A table of the account.</summary>
public class TableItem
{
    internal TableItem(string name) => Name = name;

    /// <summary>The table's name.</summary>
    public string Name { get; }
}
