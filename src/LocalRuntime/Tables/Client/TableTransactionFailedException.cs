using LocalRuntime.Accounts;

namespace Azure.Data.Tables;

/// <summary>A transaction was refused; nothing of it was written.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    internal TableTransactionFailedException(Response response)
        : base(response, null, StorageErrorParser.Instance) => FailedTransactionActionIndex = LeadingIndex(ResponseErrors.Failed(response).Message);

    /// <summary>The position of the action that was refused; null when the service did not name one.</summary>
    public int? FailedTransactionActionIndex { get; }

    // The service puts the index before the sentence: "3:The specified entity already exists."
    static int? LeadingIndex(string message) =>
        message.IndexOf(':', StringComparison.Ordinal) is var colon and > 0
        && int.TryParse(message.AsSpan(0, colon), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var index)
            ? index
            : null;
}
