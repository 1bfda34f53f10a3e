using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Care.SuperUsers;

/// <summary>
/// A partition for each group of super users, with the people and their counts; one for all criteria; and one for the
/// active days of each person.
/// </summary>
public sealed class SuperUsersTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("SuperUsers"), retry);
