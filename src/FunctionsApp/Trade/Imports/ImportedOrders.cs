namespace FunctionsApp.Trade.Imports;

/// <summary>The next chunk of an import, as a queue message.</summary>
public sealed record ImportedOrders(string Shop, string ImportId, int Chunk)
{
    /// <summary>The queue of these messages.</summary>
    public const string QueueName = "imported-orders";
}
