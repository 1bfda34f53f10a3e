using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Messaging.WeCom.StaffNotices;

/// <summary>
/// A partition for each person, or robot, with the notices that wait and a row for each one that was ever given.
/// </summary>
public sealed class StaffNoticesTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("StaffNotices"), retry);
