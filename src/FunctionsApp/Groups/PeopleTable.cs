using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Groups;

/// <summary>A partition for each person: since when the brand knows them, their moves in each campaign, their last click, rewards and purchases.</summary>
public sealed class PeopleTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("People"), retry);
