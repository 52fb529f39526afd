import Testing

@testable import Postgres

@Suite("A date")
struct DateTests {
    @Test("follows the day before it, through all the years that there are")
    func everyDay() throws {
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        var (year, month, day) = (1, 1, 1)
        var mistakes = 0
        for days in PostgresDate.first.days...PostgresDate.last.days {
            let components = PostgresDate(days: days)?.components
            let isSame = components.map { $0 == (year, month, day) } ?? false
            if !isSame || PostgresDate(year: year, month: month, day: day)?.days != days { mistakes += 1 }
            let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
            day += 1
            if day > lengths[month - 1] + (month == 2 && isLeap ? 1 : 0) { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        #expect(mistakes == 0)
        #expect((year, month, day) == (10_000, 1, 1))
    }

    @Test("has no day beyond its years, and none that the calendar has not")
    func bounds() {
        #expect(PostgresDate(days: 0)?.description == "2000-01-01")
        #expect(PostgresDate.first.description == "0001-01-01" && PostgresDate.last.description == "9999-12-31")
        for days in [PostgresDate.first.days - 1, PostgresDate.last.days + 1, .min, .max] {
            #expect(PostgresDate(days: days) == nil)
        }
        for (year, month, day) in [
            (2023, 2, 29), (1900, 2, 29), (2024, 2, 30), (2024, 4, 31), (2024, 0, 1), (2024, 13, 1), (2024, 1, 0),
            (2024, 1, 32), (0, 1, 1), (10_000, 1, 1), (.max, .max, .max), (.min, .min, .min),
        ] {
            #expect(PostgresDate(year: year, month: month, day: day) == nil, "\(year)-\(month)-\(day)")
        }
    }

    @Test(
        "is read from YYYY-MM-DD and nothing else",
        arguments: [
            "", "2024", "2024-1-01", "2024-01-1", "24-01-01", "2024-01-01 ", " 2024-01-01", "2024/01/01", "20240101",
            "2024-01-01T00:00:00Z", "+024-01-01", "-024-01-01", "２０２４-01-01", "2024-02-30", "0000-01-01", "infinity",
        ])
    func refusedTexts(text: String) {
        #expect(PostgresDate(text) == nil)
    }

    @Test("comes before a later one")
    func order() throws {
        let dates = try ["0001-01-01", "1999-12-31", "2000-01-01", "2024-02-29", "2024-03-01"].map {
            try #require(PostgresDate($0))
        }
        #expect(dates.shuffled().sorted() == dates)
        #expect(Set(dates).count == dates.count)
    }
}
