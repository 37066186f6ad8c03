"""A roadmap that names something under every key that can, with a roadmap above and one below."""

WHOLE = {
    "nation/carbonroad.yaml": """
        carbonroad: 1
        title: Nation
        before_means: inclusive
        phases:
          - {id: fyp15, title: {en: 15th FYP, zh: “十五五”}, years: 2026..2030}
        organisations:
          ndrc: {title: Planning Commission, short: [NDRC, 发改委]}
        sources:
          act: {title: Climate Act, number: No. 1 of 2020}
        indicators:
          - {id: wind, title: Wind power, unit: GW, targets: {2030: at least 1200}}
          - {id: people, title: People, unit: million, targets: {2030: 1400}}
    """,
    "north/carbonroad.yaml": """
        carbonroad: 1
        title: North
        parent: nation
        before_means: inclusive
        owner: MEE
        industries: [steel]
        phases:
          - {id: early, title: Early years, years: 2021..2025}
        organisations:
          mee: {title: {en: Ministry of Ecology, zh: 生态环境部}, short: MEE}
          miit: {title: Ministry of Industry}
        sources:
          plan: {title: Action plan, number: 国发〔2021〕23号}
        measures:
          - {id: grid, title: Grid, owner: mee, source: plan}
        indicators:
          - id: coal
            title: Coal
            unit: Mt
            measure: grid
            for: peak
            source: plan
            allocation: {method: mean, weights: heads, among: [village]}
            targets: {2030: at most 10}
          - id: heads
            title: Heads
            unit: million
            parent: people
            allocation: {method: mean, weights: {village: 3}}
            targets: {2030: 5}
          - {id: air, title: Wind, unit: GW, parent: nation.wind, for: wind, targets: {2030: 200}}
        milestones:
          - {id: peak, title: Emissions peak, deadline: before 2030, goal: peak}
        pathway: {unit: Mt CO2/yr, target: {2030: 10}, source: plan}
        revisions:
          - {rev: A, items: [peak, coal, pathway]}
        validate:
          per_file_ignores: {steel: [no-source]}
    """,
    "north/steel.yaml": """
        industry: steel
        title: Steel
        lead: miit
        support: [mee, NDRC]
        measures:
          - {id: furnaces, title: Furnaces}
        indicators:
          - id: eaf
            title: Electric furnaces
            unit: "%"
            measure: furnaces
            source: act
            targets:
              early: 12
              2030: {id: draft, value: 20, superseded_by: eaf@early, deadline: end of fyp15, source: plan}
            actual: {2024: {value: 10, source: plan}}
        milestones:
          - id: low
            title: Low carbon steel
            deadline: after top.peak
            owner: Ministry of Ecology and miit
            after: [build, {id: top.peak, source: plan}]
            for: top.coal
            if: Emissions peak
            measure: furnaces
            indicator: eaf
            superseded_by: high
            source:
              - plan#3.2
              - {id: 国发〔2021〕23号, deadline: 15th FYP}
            reports:
              - {date: 2026-01-01, status: planned, source: No. 1 of 2020}
          - {id: high, title: High goals, deadline: {words: "15th FYP"}}
        works:
          - {id: build, title: Build, takes: 3mo, start: 2026, for: [low, eaf@2030.draft], measure: top.grid}
        revisions:
          - {rev: B, items: [top.pathway, eaf, build]}
    """,
    "village/carbonroad.yaml": """
        carbonroad: 1
        title: Village
        parent: north
        before_means: inclusive
        indicators:
          - {id: coal, title: Coal of the village, unit: Mt, targets: {2030: at most 1}}
    """,
}
"""Files by their names; the one of interest is `north`."""
