using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling.GroupBuys;

/// <summary>
/// A partition for each group-buy, one for each group with the list of its group-buys, and one for each order that was
/// named in a group-buy.
/// </summary>
public sealed class GroupBuysTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("GroupBuys"), retry);
