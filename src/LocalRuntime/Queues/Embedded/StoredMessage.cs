namespace LocalRuntime.Queues.Embedded;

/// <summary>A message as it is stored. Instants are UTC.</summary>
sealed record StoredMessage(
    string Id, string PopReceipt, string Text, DateTimeOffset InsertedOn, DateTimeOffset ExpiresOn,
    DateTimeOffset NextVisibleOn, long DequeueCount);

/// <summary>A message's id and the pop receipt of its last receipt.</summary>
readonly record struct MessageHandle(string Id, string PopReceipt);

/// <summary>A queue's metadata and the number of its messages, including invisible ones.</summary>
sealed record QueueState(IReadOnlyDictionary<string, string> Metadata, int MessageCount);
