using System.Diagnostics;

namespace TestSupport.HostCosts;

/// <summary>What costs storage requests on the Functions host.</summary>
public enum HostOperationKind
{
    Start, // of an instance, by a client or by a parent
    Activity,
    Timer,
    Event, // an external event that an instance receives
    SubOrchestration, // its completion at the parent
    QueueMessage,
    TableRequest,
}

/// <summary>
/// Storage requests of each operation on the Functions host 4.1037 with the Azure Storage provider of the Durable
/// extension 3.18, counted in the log of Azurite. Polls of an idle host are not part of a price.
/// </summary>
public static class HostPrices
{
    // Work item put and deleted, control message put and deleted, history read, history batch, instance changed.
    const int Activity = 7;

    // Control message put and deleted, history read, history batch, instance changed.
    const int ControlMessage = 5;

    // Put, deleted, and a share of the request that takes several messages, as if it took one.
    const int QueueMessage = 3;

    /// <summary>The storage requests of one operation.</summary>
    public static int RequestsOf(HostOperationKind kind) => kind switch
    {
        HostOperationKind.Activity => Activity,
        HostOperationKind.Start or HostOperationKind.Timer => ControlMessage,
        HostOperationKind.Event or HostOperationKind.SubOrchestration => ControlMessage,
        HostOperationKind.QueueMessage => QueueMessage,
        HostOperationKind.TableRequest => 1,
        _ => throw new UnreachableException(),
    };
}
