using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Messaging.Channels;

/// <summary>A partition for each group: the calls that the simulated channel received.</summary>
public sealed class SimulatedChannelTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("SimulatedChannel"), retry);
