using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Groups;

/// <summary>
/// A partition for each group: the group, its members, its campaigns, its flash sale and its conversions.
/// </summary>
public sealed class GroupsTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Groups"), retry);
