using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Groups;

/// <summary>
/// A partition for each person: the first contact, their groups, their joins in each campaign, clicks on links of
/// their own, rewards and purchases.
/// </summary>
public sealed class PeopleTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("People"), retry);
