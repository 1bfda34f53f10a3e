namespace Azure.Data.Tables;

/// <summary>A storage account's name and one of its keys.</summary>
public class TableSharedKeyCredential(string accountName, string accountKey)
{
    /// <summary>The account's name.</summary>
    public string AccountName { get; } = accountName;

    internal string AccountKey { get; } = accountKey;
}
